-- The words that names, shelves and choices are made of, as they are folded: what a search that finds little might
-- have meant. A word stays when its last product goes; it then leads nowhere.
create table browse.word (
  store_id uuid not null references settings.store (id),
  locale text not null,
  word text not null,
  primary key (store_id, locale, word)
);
create index word_begins on browse.word (store_id, locale, word text_pattern_ops);
create index word_sized on browse.word (store_id, locale, left(word, 1), length(word));
-- Whose word it is stands in it as one text: by what other indexes know no way leads around the likeness.
create index word_like on browse.word using gin ((store_id::text || locale), word gin_trgm_ops) with (fastupdate = off);
comment on table browse.word is 'Words of names, shelves and choices in one language: what a mistyped search might have meant.';

-- How far two words are apart, in letters; of one that is only begun as much of the other counts as was typed.
create function browse.apart(word text, typed text, begun boolean) returns int language sql immutable parallel safe
  return least(levenshtein_less_equal(word, typed, 2),
    case when begun then levenshtein_less_equal(left(word, length(typed)), typed, 2) end);

-- The words nearest to one that was typed: those it is a part of, else those fewest letters away, two at most. A short
-- word must be nearer, and one whose letters changed places begins with the same one.
create function browse.nearest(store uuid, language text, typed text, begun boolean) returns text[] language sql stable parallel safe as $$
  with given as (
    select f.word from (select btrim(browse.folded(typed)) as word) f where length(f.word) between 3 and 30
  ), alike as materialized (
    select w.word from given g join browse.word w on w.store_id::text || w.locale = store::text || language
      and (w.word % g.word or w.word like '%' || g.word || '%')
  ), unknown as (
    select g.word from given g where not exists (select from alike a where strpos(a.word, g.word) > 0)
  ), candidate as (
    select word from alike
    union
    select w.word from unknown u join browse.word w on w.store_id = store and w.locale = language
      and left(w.word, 1) = left(u.word, 1) and length(w.word) between length(u.word) - 1 and length(u.word) + 1
    union
    select w.word from unknown u join browse.word w on begun and w.store_id = store and w.locale = language
      and w.word ~>=~ left(u.word, 2) and w.word ~<~ (left(u.word, 2) || U&'\+10FFFF')
  ), ranked as (
    select c.word, case when strpos(c.word, g.word) > 0 then 0 else browse.apart(c.word, g.word, begun) end as apart, length(g.word) as typed_length
    from candidate c, given g
  ), near as (
    select word, apart, min(apart) over () as least from ranked where apart <= case when typed_length < 4 then 1 else 2 end
  )
  select coalesce(array_agg(n.word), '{}') from (select word from near where apart = least order by length(word), word limit 8) n
$$;
