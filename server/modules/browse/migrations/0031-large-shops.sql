-- In the index whose words they are stands before each of them. As columns of their own, store and language have lists of all that a
-- shop sells, which every search passed through: half a millisecond each among 100,000 products.
create function browse.scope(store uuid, language text) returns text language sql immutable parallel safe as
  'select left(md5(store::text || language), 4)';

create function browse.scoped(scope text, words tsvector) returns tsvector language sql immutable parallel safe cost 10000 as
  'select array_to_tsvector(array(select scope || w.word from unnest(tsvector_to_array(words)) as w(word)))';

create function browse.scoped(scope text, sought tsquery) returns tsquery language sql immutable parallel safe as $$
  select regexp_replace(sought::text, '''((?:[^'']|'''')*)''', '''' || scope || '\1''', 'g')::tsquery
$$;

drop index browse.entry_words;
-- Without a list of what is pending: a search must not pass over it.
create index entry_words on browse.entry using gin (browse.scoped(browse.scope(store_id, locale), words)) with (fastupdate = off);

-- As before; a last word that is its own stem is looked for once, as what begins with it.
create or replace function browse.wanted(dictionary regconfig, words jsonb) returns tsquery language sql stable parallel safe as $$
  select regexp_replace((w.others && case when w.stems = w.spelt then w.begun else w.stems || w.begun end)::text, '<[-0-9]+>', '&', 'g')::tsquery
  from (
    select to_tsquery(dictionary, coalesce(string_agg(w.ways, ' & ') filter (where w.place < jsonb_array_length(words)), '')) as others,
      to_tsquery(dictionary, max(w.ways) filter (where w.place = jsonb_array_length(words))) as stems,
      to_tsquery('simple', browse.quoted(words->-1->>0)) as spelt,
      to_tsquery('simple', browse.quoted(words->-1->>0) || case when words->-1->>0 ~ '[^0-9]' then ':*' else '' end) as begun
    from (
      select w.place, '(' || string_agg(browse.quoted(a.way), ' | ') || ')' as ways
      from jsonb_array_elements(words) with ordinality as w(ways, place), jsonb_array_elements_text(w.ways) as a(way)
      group by w.place) w) w
$$;

-- What shares shelves and values, by which facets are counted: to compare a number takes a tenth of what the two lists take.
alter table browse.entry add column alike bigint not null
  generated always as (hash_array_extended(category_ids || value_ids, 0)) stored;
