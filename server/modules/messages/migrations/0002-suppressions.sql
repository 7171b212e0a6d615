-- Staff see which addresses get no mail, and take them off again: the address is kept, sealed.
alter table messages.suppression
  add column id uuid,
  add column sealed bytea,                     -- null: put there before addresses were kept
  add column note text,
  add column added_by text;
update messages.suppression set id = uuidv7(), added_by = 'system:migration',
  reason = case when reason in ('bounce', 'complaint', 'refused', 'wish') then reason else 'bounce' end;
alter table messages.suppression
  alter column id set not null,
  alter column added_by set not null,
  add constraint suppression_id unique (id),
  add constraint suppression_reason check (reason in ('bounce', 'complaint', 'refused', 'wish'));
create index suppression_newest on messages.suppression (store_id, created_at desc, id desc);   -- messages.suppressions.list

create index message_purge on messages.message (store_id, queued_at) where state <> 'queued';   -- messages.purge
