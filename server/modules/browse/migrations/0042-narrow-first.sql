-- A broad search looks at thousands of entries for their price, stock, name's words and what they are alike in: these stand first
-- in a row, before texts and words, and entries that share shelves and values lie side by side, as they share words, too.
-- Searches go on while entries are copied; who writes them waits.
lock table browse.entry in share mode;

create table browse.entry_next (
  store_id uuid not null,
  product_id uuid not null,
  published_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  alike bigint not null generated always as (hash_array_extended(category_ids || value_ids, 0)) stored, -- what shares shelves and values, by which facets are counted
  position int not null,
  sold int not null default 0,
  available boolean not null,
  featured boolean not null,
  locale text not null,
  -- Of these four thousands are read for one search: as they are, not packed.
  currencies text[] storage plain not null,    -- what it costs in the nth of them: from lowest[n] to highest[n]
  lowest bigint[] storage plain not null,
  highest bigint[] storage plain not null,
  name_words tsvector storage plain not null,  -- name and subtitle, with places: what ranks
  category_ids uuid[] not null,                -- also those above
  value_ids uuid[] not null,                   -- options of its variants and choices among its attributes; of a flag the attribute
  channel_ids uuid[],                          -- as in catalog.product
  available_in uuid[] not null default '{}',   -- channels that sell from some places only, in which something of it can be had
  name text not null,
  sort_name text not null,
  slug text,                                   -- its own address in the language; null where another language's text is shown
  words tsvector not null,                     -- all that finds it, as it is written and by its stem
  primary key (store_id, locale, product_id)
);

insert into browse.entry_next (store_id, product_id, published_at, updated_at, position, sold, available, featured, locale, currencies, lowest,
  highest, name_words, category_ids, value_ids, channel_ids, available_in, name, sort_name, slug, words)
select store_id, product_id, published_at, updated_at, position, sold, available, featured, locale, currencies, lowest,
  highest, name_words, category_ids, value_ids, channel_ids, available_in, name, sort_name, slug, words
from browse.entry order by store_id, locale, category_ids, value_ids, product_id;

-- Without a list of what is pending: a search must not pass over it.
create index entry_next_words on browse.entry_next using gin (browse.scoped(browse.scope(store_id, locale), words)) with (fastupdate = off);
create index entry_next_categories on browse.entry_next using gin (store_id, locale, category_ids) with (fastupdate = off);
create index entry_next_values on browse.entry_next using gin (store_id, locale, value_ids) with (fastupdate = off);
create index entry_next_available_in on browse.entry_next using gin (store_id, locale, available_in) with (fastupdate = off) where available_in <> '{}';
create index entry_next_name on browse.entry_next (store_id, locale, sort_name, product_id);
create index entry_next_position on browse.entry_next (store_id, locale, position, product_id);
create index entry_next_newest on browse.entry_next (store_id, locale, published_at, product_id);
create index entry_next_available on browse.entry_next (store_id, locale, available, position, product_id);
create index entry_next_product on browse.entry_next (store_id, product_id);

-- Only now, for a moment, nobody reads.
drop table browse.entry;
alter table browse.entry_next rename to entry;
do $$
declare
  named record;
begin
  for named in select conname as name from pg_constraint where conrelid = 'browse.entry'::regclass and conname like 'entry\_next%' loop
    execute format('alter table browse.entry rename constraint %I to %I', named.name, replace(named.name, 'entry_next', 'entry'));
  end loop;
  for named in select indexname as name from pg_indexes where schemaname = 'browse' and tablename = 'entry' and indexname like 'entry\_next%' loop
    execute format('alter index browse.%I rename to %I', named.name, replace(named.name, 'entry_next', 'entry'));
  end loop;
end $$;
alter table browse.entry add foreign key (store_id, product_id) references catalog.product (store_id, id);
comment on table browse.entry is 'A product for sale as shoppers find it, in one language of the store; made from the catalogue, prices and stock.';
