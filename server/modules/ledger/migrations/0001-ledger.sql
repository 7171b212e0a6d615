-- Double entry: every transaction sums to zero per currency, and nothing is ever changed.
create schema ledger;

create table ledger.account (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  code text not null,
  currency char(3) not null,
  created_at timestamptz(3) not null,
  unique (store_id, id),
  unique (id, currency),
  unique (store_id, code, currency)
);

create table ledger.transaction (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  currency char(3) not null,
  kind text not null,
  reference text not null,
  subject_kind text not null,
  subject_id uuid not null,
  actor text not null,
  cause text not null,
  trace_id text not null,
  at timestamptz(3) not null,
  unique (store_id, id),
  unique (id, currency),
  unique (store_id, kind, reference)          -- one booking per provider reference
);
create index transaction_subject on ledger.transaction (store_id, subject_id);
create index transaction_list on ledger.transaction (store_id, at, id);

create table ledger.entry (
  store_id uuid not null,
  transaction_id uuid not null,
  position int not null,
  account_id uuid not null,
  currency char(3) not null,
  amount kit.minor not null check (amount <> 0),
  primary key (transaction_id, position),
  foreign key (store_id, transaction_id) references ledger.transaction (store_id, id),
  foreign key (store_id, account_id) references ledger.account (store_id, id),
  foreign key (transaction_id, currency) references ledger.transaction (id, currency),
  foreign key (account_id, currency) references ledger.account (id, currency)
);
create index entry_account on ledger.entry (store_id, account_id);

create function ledger.must_balance() returns trigger language plpgsql as $$
declare bad uuid;
begin
  select e.transaction_id into bad from ledger.entry e
    where e.transaction_id in (select transaction_id from added)
    group by e.transaction_id, e.currency having sum(e.amount) <> 0 limit 1;
  if bad is not null then
    raise exception 'ledger transaction % does not sum to zero', bad using errcode = '23514', constraint = 'entry_balance';
  end if;
  return null;
end $$;
-- All entries of a transaction come in one statement, so the check sees them together.
create trigger entry_balance after insert on ledger.entry referencing new table as added
  for each statement execute function ledger.must_balance();
create trigger entry_fact before update or delete on ledger.entry for each row execute function kit.refuse_change();
create trigger transaction_fact before update or delete on ledger.transaction for each row execute function kit.refuse_change();
create trigger account_fact before update or delete on ledger.account for each row execute function kit.refuse_change();
create trigger entry_kept before truncate on ledger.entry for each statement execute function kit.refuse_change();
create trigger transaction_kept before truncate on ledger.transaction for each statement execute function kit.refuse_change();
