-- A way of delivery whose price a carrier names; its rates hold while the carrier does not answer.
alter table delivery.method
  add column carrier text,
  add column carrier_service text,
  add column carrier_markup_basis_points int check (carrier_markup_basis_points between 0 and 100000),
  add column carrier_answer_within_ms int check (carrier_answer_within_ms between 100 and 10000),
  add constraint method_live check (num_nulls(carrier, carrier_service, carrier_markup_basis_points, carrier_answer_within_ms) in (0, 4));
