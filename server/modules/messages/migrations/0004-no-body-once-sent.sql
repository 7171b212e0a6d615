-- I21.messages: no delivered message keeps its body.
alter table messages.message add constraint message_body check (sealed is null or state not in ('sent', 'suppressed'));
