-- What a provider keeps for itself, what a buyer's bank takes back, and which of a provider's ways to pay was chosen.
alter table payments.payment add column method text;
update payments.payment set method = provider;
alter table payments.payment alter column method set not null;
alter table payments.payment
  add column fee_amount kit.minor not null default 0 check (fee_amount >= 0),
  -- Taken back by an open or a lost dispute. No sum with what is refunded is guarded here: a refund may be set aside
  -- at the moment in which the bank takes the money.
  add column disputed_amount kit.minor not null default 0 check (disputed_amount >= 0);

create table payments.dispute (
  id uuid primary key,
  store_id uuid not null,
  payment_id uuid not null,
  currency char(3) not null,
  provider_reference text not null,
  amount kit.minor not null check (amount > 0),
  state text not null check (state in ('open', 'won', 'lost')),
  reason text not null,                        -- the provider's word
  opened_at timestamptz(3) not null,           -- the provider's times
  closed_at timestamptz(3),
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  unique (payment_id, provider_reference),
  constraint dispute_closed check ((state = 'open') = (closed_at is null)),
  foreign key (store_id, payment_id) references payments.payment (store_id, id),
  foreign key (payment_id, currency) references payments.payment (id, currency)
);

create function payments.dispute_step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and old.state <> 'open' then
    raise exception 'a dispute cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'dispute_step';
  end if;
  return new;
end $$;
create trigger dispute_step before update of state on payments.dispute for each row execute function payments.dispute_step();

-- Money that is held and not taken is booked from now on. What is held at this moment is booked here.
insert into ledger.account (id, store_id, code, currency, created_at)
  select uuidv7(), p.store_id, a.code, p.currency, max(p.updated_at) from payments.payment p
  cross join lateral (values ('held:' || p.provider), ('pledged')) a (code)
  where p.state in ('authorised', 'part_captured') and p.authorised_amount > p.captured_amount
  group by p.store_id, a.code, p.currency
  on conflict do nothing;
insert into ledger.transaction (id, store_id, currency, kind, reference, subject_kind, subject_id, actor, cause, trace_id, at)
  select uuidv7(), store_id, currency, 'authorisation', provider || ':' || provider_reference || ':' || authorised_amount, payable_kind,
    payable_id, 'system:migration', 'payments.0004', '', updated_at
  from payments.payment where state in ('authorised', 'part_captured') and authorised_amount > captured_amount;
insert into ledger.entry (store_id, transaction_id, position, account_id, currency, amount)
  select t.store_id, t.id, e.position, a.id, t.currency, e.sign * (p.authorised_amount - p.captured_amount)
  from payments.payment p
  join ledger.transaction t on t.store_id = p.store_id and t.kind = 'authorisation'
    and t.reference = p.provider || ':' || p.provider_reference || ':' || p.authorised_amount
  cross join lateral (values (1, 1, 'held:' || p.provider), (2, -1, 'pledged')) e (position, sign, code)
  join ledger.account a on a.store_id = t.store_id and a.currency = t.currency and a.code = e.code;
