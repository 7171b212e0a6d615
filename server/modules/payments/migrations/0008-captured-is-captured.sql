-- I6.capture: what is captured says so, and what is open or over holds no money taken. Both change in one statement.
alter table payments.payment add constraint payment_captured
  check ((captured_amount > 0) = (state in ('part_captured', 'captured', 'disputed', 'won', 'lost')));
