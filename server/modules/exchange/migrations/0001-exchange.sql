-- Work in bulk that staff asked for and that takes longer than a request: imports and exports of files.
create schema exchange;

create table exchange.run (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  kind text not null check (kind in ('import', 'export')),
  resource text not null,                      -- as its module declares it
  format text not null check (format in ('csv', 'json', 'jsonl', 'xlsx')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  asked jsonb not null,                        -- how it is to be done: mapping, dry run, what an export is narrowed to
  asked_by text not null,
  file_id uuid,                                -- what an import reads, or what an export wrote
  faults_file_id uuid,
  -- The checkpoint: rows of the file that are dealt with, moved in the same transaction as what they wrote.
  rows_done int not null default 0 check (rows_done >= 0),
  rows_created int not null default 0 check (rows_created >= 0),
  rows_changed int not null default 0 check (rows_changed >= 0),
  rows_same int not null default 0 check (rows_same >= 0),
  rows_faulty int not null default 0 check (rows_faulty >= 0),
  fault_count int not null default 0 check (fault_count >= 0),
  failure_code text,
  failure_message text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  ended_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, file_id) references media.file (store_id, id),
  foreign key (store_id, faults_file_id) references media.file (store_id, id),
  constraint run_ended check ((ended_at is not null) = (state in ('done', 'failed', 'cancelled'))),
  constraint run_failed check ((failure_code is not null) = (state = 'failed')),
  constraint run_counted check (kind <> 'import' or rows_done = rows_created + rows_changed + rows_same + rows_faulty)
);
create index run_newest on exchange.run (store_id, created_at desc, id desc);                        -- exchange.runs.list
create index run_of_kind on exchange.run (store_id, kind, created_at desc, id desc);
create index run_to_purge on exchange.run (ended_at) where ended_at is not null;
comment on table exchange.run is 'Imports and exports: what was asked, how far it has come and what became of it.';

create function exchange.step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'waiting>running', 'waiting>cancelled', 'waiting>failed', 'running>done', 'running>failed', 'running>cancelled']) then
    raise exception 'a run cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'run_step';
  end if;
  return new;
end $$;
create trigger run_step before update of state on exchange.run for each row execute function exchange.step();

-- What is wrong with rows of an import, in the order of the file.
create table exchange.fault (
  store_id uuid not null,
  run_id uuid not null,
  position int not null,
  line int not null,
  column_name text not null,
  code text not null,
  message text not null,
  primary key (run_id, position),
  foreign key (store_id, run_id) references exchange.run (store_id, id)
);
comment on table exchange.fault is 'What is wrong with rows of an import, in the order of the file.';
