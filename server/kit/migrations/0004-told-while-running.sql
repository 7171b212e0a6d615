-- What the processes write to their logs, if not what they were started with. At most one row.
create table kit.log_level (
  one boolean primary key default true check (one),
  level text not null check (level in ('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')),
  until timestamptz(3),                        -- null: until it is changed again
  changed_by text not null,
  changed_at timestamptz(3) not null
);

-- Errors that the processes logged, those of one place together. Never more than a thousand.
create table kit.error_group (
  fingerprint bytea primary key,
  name text not null,
  message text not null,
  place text not null,                         -- the innermost line of our own code
  count bigint not null check (count > 0),
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  last_trace text,
  check (first_at <= last_at)
);
create index error_group_last on kit.error_group (last_at desc);
