create index payment_to_capture on payments.payment (store_id, payable_kind, payable_id)
  where capture = 'manual' and state in ('authorised', 'part_captured');                     -- what is taken when goods leave
