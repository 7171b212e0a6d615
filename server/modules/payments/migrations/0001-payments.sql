-- Money that comes from outside. The provider's fact decides; every fact is kept as it came.
create schema payments;

create table payments.payment (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  provider text not null,
  provider_reference text,
  payable_kind text not null,
  payable_id uuid not null,
  currency char(3) not null,
  amount kit.minor not null check (amount > 0),
  capture text not null check (capture in ('automatic', 'manual')),
  state text not null check (state in ('created', 'requires_action', 'processing', 'authorised', 'part_captured',
    'captured', 'failed', 'cancelled', 'expired', 'voided', 'disputed', 'won', 'lost')),
  unknown_since timestamptz(3),                -- a call went unanswered: no money step until the provider was asked
  unknown_step uuid,                           -- the step that went unanswered; only its own answer tells
  ask_at timestamptz(3),                       -- when the sweep asks the provider next
  asked int not null default 0,
  authorised_amount kit.minor not null default 0,
  captured_amount kit.minor not null default 0,
  refunded_amount kit.minor not null default 0, -- reserved when a refund is approved, not when it succeeds
  provider_version int not null default 0,
  decline_code text,
  next_url text,
  return_url text not null,
  cancel_url text not null,
  paid_at timestamptz(3),                      -- our time
  provider_paid_at timestamptz(3),             -- the provider's
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  unique (id, currency),
  unique (provider, provider_reference),
  constraint payment_sums check (0 <= refunded_amount and refunded_amount <= captured_amount
    and captured_amount <= authorised_amount)
);
create index payment_payable on payments.payment (store_id, payable_kind, payable_id);
create index payment_list on payments.payment (store_id, created_at, id);
create index payment_ask on payments.payment (ask_at) where ask_at is not null;

create table payments.history (
  id uuid primary key,
  store_id uuid not null,
  payment_id uuid not null,
  from_state text,
  to_state text not null,
  actor text not null,
  cause text not null,
  trace_id text not null,
  at timestamptz(3) not null,
  foreign key (store_id, payment_id) references payments.payment (store_id, id)
);
create index history_payment on payments.history (payment_id, at, id);
create trigger history_fact before update or delete on payments.history for each row execute function kit.refuse_change();

-- A capture or a void that the provider is asked for; the id is the key of the call, so asking again is safe.
create table payments.step (
  id uuid primary key,
  store_id uuid not null,
  payment_id uuid not null,
  currency char(3) not null,
  kind text not null check (kind in ('capture', 'void')),
  amount kit.minor check (amount > 0),
  state text not null check (state in ('asked', 'done', 'refused')),
  code text,                                   -- why it was refused
  ask_at timestamptz(3),
  asked int not null default 0,
  actor text not null,
  cause text not null,
  trace_id text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  constraint step_amount check ((kind = 'capture') = (amount is not null)),
  foreign key (store_id, payment_id) references payments.payment (store_id, id),
  foreign key (payment_id, currency) references payments.payment (id, currency)
);
create index step_payment on payments.step (payment_id);
create unique index step_open on payments.step (payment_id, kind) where state = 'asked';
create index step_ask on payments.step (ask_at) where ask_at is not null;

create table payments.refund (
  id uuid primary key,
  store_id uuid not null,
  payment_id uuid not null,
  currency char(3) not null,
  amount kit.minor not null check (amount > 0),
  state text not null check (state in ('approved', 'sent', 'succeeded', 'failed')),
  unknown_since timestamptz(3),
  ask_at timestamptz(3),
  asked int not null default 0,
  provider_reference text,
  decline_code text,                           -- why the provider refused it
  reason text not null,
  actor text not null,
  trace_id text not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  foreign key (store_id, payment_id) references payments.payment (store_id, id),
  foreign key (payment_id, currency) references payments.payment (id, currency)
);
create index refund_payment on payments.refund (payment_id);
create index refund_ask on payments.refund (ask_at) where ask_at is not null;

-- What providers told us, raw, before anything is made of it.
create table payments.inbox (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  provider text not null,
  event_id text not null,
  fact jsonb not null,                         -- the verified event; what it is about, in our words
  state text not null check (state in ('received', 'handled', 'parked', 'ignored')),
  reason text,
  attempts int not null default 0,
  next_at timestamptz(3),
  received_at timestamptz(3) not null,
  handled_at timestamptz(3),
  unique (provider, event_id)
);
create index inbox_open on payments.inbox (next_at) where state in ('received', 'parked');
create index inbox_list on payments.inbox (store_id, received_at, id);
create index inbox_purge on payments.inbox (handled_at) where handled_at is not null;
