-- What a store has in a search engine outside, when it has one: where the two stand to each other.
create table browse.engine_state (
  store_id uuid primary key references settings.store (id),
  engine text not null,                        -- which one; another one is filled from the beginning
  locales text[] not null,                     -- that have an index there
  generation int not null default 0,           -- of the indexes that are searched; the next one is being filled
  left_over boolean not null default false,    -- those of the generation before are still there
  ready_at timestamptz(3),                     -- when all was last filled; null: it is not asked yet
  filled_to uuid,                              -- all is being filled anew, up to this product; null: nothing is
  steered boolean not null default false,      -- synonyms changed since they were last told
  comparing boolean not null default false,    -- it was asked for that both be compared
  compared_at timestamptz(3),
  mended int not null default 0,               -- products that the last comparison found to differ
  held_until timestamptz(3),                   -- by the process that feeds it
  trouble text,                                -- why it could not be fed the last time
  updated_at timestamptz(3) not null
);
comment on table browse.engine_state is 'How far a search engine outside has been filled with what a store sells, and when both were last compared.';

-- Products whose present state the engine must still be told, the one that waits longest first.
create sequence browse.engine_turn;
create table browse.engine_due (
  store_id uuid not null,
  product_id uuid not null,
  turn bigint not null,
  primary key (store_id, product_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
create index engine_due_turn on browse.engine_due (store_id, turn);
comment on table browse.engine_due is 'Products of which a search engine outside must still be told how they stand now.';
