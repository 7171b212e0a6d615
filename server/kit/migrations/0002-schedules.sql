-- Each store has its own turn at a scheduled job; what serves the whole installation has no store.
-- While an older process still runs beside this, its schedule stands still; the new one's goes on.
delete from kit.schedule;
alter table kit.schedule drop constraint schedule_pkey;
alter table kit.schedule add column store_id uuid;
create unique index schedule_place on kit.schedule (name, store_id) nulls not distinct;

-- How runs of jobs ended. Written once, at the end; kit.purge keeps the newest of each.
create table kit.job_run (
  id uuid primary key,
  store_id uuid,
  job text not null,
  due_at timestamptz(3) not null,
  began_at timestamptz(3) not null,
  ended_at timestamptz(3) not null,
  attempt int not null check (attempt > 0),
  outcome text not null check (outcome in ('done', 'failed')),
  error text check ((error is null) = (outcome = 'done')),
  asked_by text,                               -- null: it was due by the clock
  trace_id text not null,
  check (began_at <= ended_at)
);
create index job_run_store on kit.job_run (store_id, id desc);              -- system.schedules.runs
create index job_run_place on kit.job_run (job, store_id, began_at desc);   -- the last run of each, and kit.purge

-- What does not run for a store until it is resumed: one task, or with null all of them.
create table kit.pause (
  store_id uuid,
  task text,
  reason text,
  paused_by text not null,
  paused_at timestamptz(3) not null
);
create unique index pause_place on kit.pause (store_id, task) nulls not distinct;
