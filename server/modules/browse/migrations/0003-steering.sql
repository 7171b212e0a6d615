-- Words that mean the same, in one language: who looks for one finds the others, too.
create table browse.synonym (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  locale text not null,
  words text[] not null check (cardinality(words) >= 2),
  created_at timestamptz(3) not null,
  unique (store_id, id)
);
create index synonym_listed on browse.synonym (store_id, created_at, id);

-- What staff want first, or last, when somebody looks for just these words.
create table browse.placement (
  store_id uuid not null,
  phrase text not null,                        -- the words as they are compared, joined by spaces
  product_id uuid not null,
  place int,                                   -- from 0, at the top; null: at the very end
  created_at timestamptz(3) not null,
  primary key (store_id, phrase, product_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
comment on table browse.synonym is 'Words that mean the same to who searches, in one language.';
comment on table browse.placement is 'Products that staff put first or last for what somebody looks for.';
