-- What shoppers find: the catalogue, prices and stock of what is published, gathered per language so that one
-- index finds it. Written anew from the modules that own the facts; nothing is lost if it is emptied.
create schema browse;
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists fuzzystrmatch;

-- Letters as they are compared: lower case, without accents, and joined words taken apart, as a query's are.
create function browse.folded(given text) returns text language sql stable parallel safe
  return translate(unaccent(lower(given)), './@-_:,', '       ');

-- A word as to_tsquery takes it. Folding may bring in signs of its language, such as the apostrophe of one letter.
create function browse.quoted(word text) returns text language sql stable parallel safe as $$
  select '''' || translate(browse.folded(word), '''\', '  ') || ' '''
$$;

-- The query for words of which each is a list of ways to say it: all words must be there, one way of each; the last
-- word may be only begun, unless it is a number. What the parser takes apart must be there, but in no order, as the entries know no places.
create function browse.wanted(dictionary regconfig, words jsonb) returns tsquery language sql stable parallel safe as $$
  select regexp_replace((
    to_tsquery(dictionary, coalesce(string_agg(w.ways, ' & ') filter (where w.place < jsonb_array_length(words)), ''))
    && (to_tsquery(dictionary, max(w.ways) filter (where w.place = jsonb_array_length(words)))
      || to_tsquery('simple', browse.quoted(words->-1->>0) || case when words->-1->>0 ~ '[^0-9]' then ':*' else '' end)))::text, '<[-0-9]+>', '&', 'g')::tsquery
  from (
    select w.place, '(' || string_agg(browse.quoted(a.way), ' | ') || ')' as ways
    from jsonb_array_elements(words) with ordinality as w(ways, place), jsonb_array_elements_text(w.ways) as a(way)
    group by w.place) w
$$;

-- What every search looks at stands first, as PostgreSQL passes over all that stands before a column.
create table browse.entry (
  store_id uuid not null,
  product_id uuid not null,
  published_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  position int not null,
  sold int not null default 0,
  available boolean not null,
  featured boolean not null,
  locale text not null,
  currencies text[] not null,                  -- what it costs in the nth of them: from lowest[n] to highest[n]
  lowest bigint[] not null,
  highest bigint[] not null,
  category_ids uuid[] not null,                -- also those above
  value_ids uuid[] not null,                   -- options of its variants and choices among its attributes; of a flag the attribute
  name_words tsvector not null,                -- name and subtitle, with places: what ranks
  name text not null,
  sort_name text not null,
  words tsvector not null,                     -- all that finds it, as it is written and by its stem
  primary key (store_id, locale, product_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
-- Without a list of what is pending: a search must not pass over it.
create index entry_words on browse.entry using gin (store_id, locale, words) with (fastupdate = off);
create index entry_categories on browse.entry using gin (store_id, locale, category_ids) with (fastupdate = off);
create index entry_values on browse.entry using gin (store_id, locale, value_ids) with (fastupdate = off);
create index entry_name on browse.entry (store_id, locale, sort_name, product_id);
create index entry_position on browse.entry (store_id, locale, position, product_id);
create index entry_newest on browse.entry (store_id, locale, published_at, product_id);
create index entry_product on browse.entry (store_id, product_id);

-- By price and currency, for the lists that are walked from the cheapest on.
create table browse.price (
  store_id uuid not null,
  product_id uuid not null,
  currency char(3) not null,
  lowest kit.minor not null,
  primary key (product_id, currency),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
create index price_walked on browse.price (store_id, currency, lowest, product_id);

comment on table browse.entry is 'A product for sale as shoppers find it, in one language of the store; made from the catalogue, prices and stock.';
comment on table browse.price is 'From what a product for sale costs in a currency, for lists by price.';

-- How far each store's read model has come.
create table browse.progress (
  store_id uuid primary key references settings.store (id),
  after_id uuid,                               -- written anew up to this product; null: nothing is being written
  written int not null default 0,              -- by this round
  whole_at timestamptz(3),                     -- when all was last there
  stock_tx xid8,                               -- the last event whose stock was looked at
  stock_event_id uuid,
  updated_at timestamptz(3) not null
);
comment on table browse.progress is 'How far a store’s read model has been written anew, and up to which event its stock is known.';
