-- What became of each operation of a batch that is too large for a request.
create table exchange.result (
  store_id uuid not null,
  run_id uuid not null,
  line int not null,
  key text not null,
  done boolean not null,                       -- otherwise the faults of the line say why not
  output jsonb,                                -- null: refused, or too long to be kept
  primary key (run_id, line),
  foreign key (store_id, run_id) references exchange.run (store_id, id),
  constraint result_refused check (done or output is null)
);
create index result_of_kind on exchange.result (run_id, done, line);
create index fault_of_line on exchange.fault (run_id, line);                         -- exchange.runs.results
comment on table exchange.result is 'What became of each operation of a batch that is too large for a request, and what it answered.';
