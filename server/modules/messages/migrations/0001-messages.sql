-- One rendered message to one address. The body is sealed, and dropped once it is delivered.
create schema messages;

create table messages.message (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  channel text not null check (channel in ('mail')),
  template text not null,
  dedupe_key text not null,
  recipient_hash bytea not null,
  sealed bytea,
  state text not null check (state in ('queued', 'sent', 'failed', 'suppressed')),
  attempts int not null default 0,
  last_error text,
  subject_kind text,
  subject_id uuid,
  queued_at timestamptz(3) not null,
  due_at timestamptz(3) not null,             -- nobody takes it before: the end of a lease, or of the pause after a failure
  sent_at timestamptz(3),
  unique (store_id, id),
  unique (store_id, dedupe_key)               -- the same message is written once, however often it is asked for
);
create index message_due on messages.message (store_id, due_at) where state = 'queued';   -- messages.deliverDue
create index message_subject on messages.message (store_id, subject_kind, subject_id);

create table messages.suppression (
  store_id uuid not null references settings.store (id),
  recipient_hash bytea not null,
  reason text not null,
  created_at timestamptz(3) not null,
  primary key (store_id, recipient_hash)
);

-- The development mailbox (demo mode only). The message id keeps a mail from arriving twice.
create table messages.mailbox (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  at timestamptz(3) not null
);
create index mailbox_at on messages.mailbox (store_id, at desc);
