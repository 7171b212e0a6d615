-- Every night's proof of the books: what they held, and what did not add up. It is never changed; a later one may be better.
create table ledger.proof (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  holds boolean not null,
  transactions bigint not null,
  entries bigint not null,
  balances jsonb not null,                     -- by account and currency, in minor units
  faults jsonb not null,                       -- the invariants that were broken, and by how many rows
  at timestamptz(3) not null,
  unique (store_id, id),
  constraint proof_holds check (holds = (faults = '[]'))
);
create index proof_list on ledger.proof (store_id, at, id);
create trigger proof_fact before update or delete on ledger.proof for each row execute function kit.refuse_change();
