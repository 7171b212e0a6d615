-- A text cut into words and what is between them, each with whether one of the words sought finds it: what is shown as found.
-- The last word sought may be only begun, as in browse.wanted.
create function browse.marked(given text, dictionary regconfig, words jsonb) returns json language sql stable parallel safe as $$
  with sought as materialized (
    select regexp_replace(to_tsquery(dictionary, string_agg(browse.quoted(a.way), ' | '))::text, '<[-0-9]+>', '|', 'g')::tsquery as stems,
      regexp_replace(to_tsquery('simple', string_agg(browse.quoted(a.way), ' | '))::text, '<[-0-9]+>', '|', 'g')::tsquery
        || to_tsquery('simple', browse.quoted(words->-1->>0) || case when words->-1->>0 ~ '[^0-9]' then ':*' else '' end) as spelt
    from jsonb_array_elements(words) as w(ways), jsonb_array_elements_text(w.ways) as a(way)
  )
  select coalesce(json_agg(json_build_object('text', p.part[1], 'hit', p.part[1] !~ '^[[:space:][:punct:]]'
      and (to_tsvector(dictionary, browse.folded(p.part[1])) @@ s.stems or to_tsvector('simple', browse.folded(p.part[1])) @@ s.spelt)) order by p.place), '[]'::json)
  from sought s, regexp_matches(given, '[^[:space:][:punct:]]+|[[:space:][:punct:]]+', 'g') with ordinality as p(part, place)
$$;
