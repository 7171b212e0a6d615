-- Who buys without tax, and how that is known.
alter table tax.setting
  add column own_tax_id text,                  -- the store's, by which it asks about others'
  add column id_check_days int not null default 1 check (id_check_days between 1 and 365),
  add column when_unanswered text not null default 'charge' check (when_unanswered in ('charge', 'accept'));

-- Evidence: an answer is a fact. What was not answered is asked again, in its row.
create table tax.id_check (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  tax_id text not null,
  requester text,                              -- the store's own tax id, as it asked
  provider text not null,
  state text not null check (state in ('wanted', 'unanswered', 'valid', 'invalid')),
  wanted_at timestamptz(3) not null,
  asked_at timestamptz(3),                     -- last; wanted_at: first
  answered_at timestamptz(3),
  consultation_number text,
  trader_name text,
  trader_address text,
  unique (store_id, id),
  constraint id_check_answer check ((state in ('valid', 'invalid')) = (answered_at is not null))
);
comment on table tax.id_check is 'Whether a tax id was given to anybody: what was asked, and the answer with its consultation number.';
create unique index id_check_open on tax.id_check (store_id, tax_id) where answered_at is null;
create index id_check_latest on tax.id_check (store_id, tax_id, answered_at desc nulls last);          -- with every cart that has an id
create index id_check_newest on tax.id_check (store_id, wanted_at desc, id desc);                      -- tax.idChecks.list
create index id_check_state on tax.id_check (store_id, state, wanted_at desc, id desc);
create index id_check_again on tax.id_check (store_id, asked_at nulls first, id) where answered_at is null;  -- tax.checkIds
create trigger id_check_fact before update or delete on tax.id_check for each row
  when (old.answered_at is not null) execute function kit.refuse_change();
