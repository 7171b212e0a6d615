create index refund_newest on payments.refund (store_id, created_at);  -- orders.admin.summary
