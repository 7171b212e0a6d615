-- kit: what every module stands on. No shop words here.
create schema if not exists kit;

-- Minor units of a currency, inside what JavaScript can hold exactly.
create domain kit.minor as bigint check (value between -9007199254740991 and 9007199254740991);

create function kit.utc(at timestamptz) returns text language sql immutable parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- The event log is the outbox. `tx` lets a reader stay below transactions that are still open.
create table kit.event (
  id uuid primary key,
  store_id uuid not null,
  tx xid8 not null default pg_current_xact_id(),
  name text not null,
  payload jsonb not null,
  actor text not null,
  trace_id text not null,
  at timestamptz(3) not null
);
create index event_tail on kit.event (tx, id);          -- dispatcher and live tail
create index event_purge on kit.event (at);             -- retention

-- How far a reader of the log has come.
create table kit.cursor (
  name text primary key,
  tx xid8 not null,
  event_id uuid not null,
  updated_at timestamptz(3) not null
);

-- Which reaction has handled which event; makes a repeat a no-op.
create table kit.handled (
  event_id uuid not null,
  reaction text not null,
  at timestamptz(3) not null,
  primary key (event_id, reaction)
);
create index handled_purge on kit.handled (at);

create table kit.idempotency (
  store_id uuid not null,
  caller text not null,
  operation text not null,
  key text not null,
  body_hash bytea not null,
  state text not null check (state in ('running', 'done')),
  resource_id uuid,
  response jsonb,
  created_at timestamptz(3) not null,
  primary key (store_id, caller, operation, key)
);
create index idempotency_purge on kit.idempotency (created_at);

-- Who did what. Plain inserts; a sealer chains them by hash later.
create table kit.audit (
  id uuid primary key,
  store_id uuid not null,
  at timestamptz(3) not null,
  actor text not null,
  operation text not null,
  subject text,
  subject_id uuid,
  before jsonb,
  after jsonb,
  address text not null,
  trace_id text not null,
  seal bytea
);
create index audit_at on kit.audit (store_id, at desc);
create index audit_subject on kit.audit (store_id, subject, subject_id, at desc);

-- Versions of rows that live in memory (`kit/snapshot`); checked by the committing step.
create table kit.snapshot (
  store_id uuid not null,
  name text not null,
  version bigint not null,
  primary key (store_id, name)
);

-- When each scheduled job was last put in the queue.
create table kit.schedule (
  name text primary key,
  last_at timestamptz(3) not null
);

-- Workers that are alive; jobs of the dead are freed.
create table kit.worker (
  id text primary key,
  seen_at timestamptz(3) not null
);

-- Counters of rate limits that must outlive a restart (log-in attempts).
create table kit.bucket (
  key text primary key,
  tokens double precision not null,
  at timestamptz(3) not null
);
create index bucket_purge on kit.bucket (at);

-- Names that other systems give to our rows (imports, providers, sync). One per system and kind.
create table kit.external_ref (
  store_id uuid not null,
  kind text not null,
  id uuid not null,
  system text not null,
  external_id text not null,
  created_at timestamptz(3) not null,
  primary key (store_id, kind, system, external_id)
);
create index external_ref_id on kit.external_ref (store_id, kind, id);

-- For tables whose rows are facts: neither changed nor deleted.
create function kit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are facts and never change', tg_table_schema, tg_table_name using errcode = '23514';
end $$;
