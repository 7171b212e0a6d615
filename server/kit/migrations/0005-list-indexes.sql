-- What staff look for in the log and in the audit: by name, newest first.
create index event_name on kit.event (store_id, name, at desc, id desc);            -- system.events.list
create index audit_operation on kit.audit (store_id, operation, at desc, id desc);  -- system.audit.list
