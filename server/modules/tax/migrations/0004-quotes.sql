-- What a tax provider was asked and said. The question has places and amounts and no person, so like carts share an answer.
create table tax.quote (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  provider text not null,
  fingerprint text not null,                   -- of the question
  question jsonb not null,
  answer jsonb,
  state text not null check (state in ('wanted', 'answered', 'failed')),
  wanted_at timestamptz(3) not null,
  answered_at timestamptz(3),
  unique (store_id, id),
  constraint quote_once unique (store_id, provider, fingerprint),
  constraint quote_answer check ((state = 'answered') = (answer is not null))
);
comment on table tax.quote is 'What a tax provider was asked, and its answer; without one the store computes by its own rates.';
create index quote_wanted on tax.quote (store_id, wanted_at);  -- tax.purge
create index quote_open on tax.quote (store_id, wanted_at, id) where state = 'wanted';  -- tax.ask
