-- How many of a variant are bought at once: from a minimum, up to a maximum where there is one, in whole steps.
alter table catalog.variant
  add column min_quantity int not null default 1,
  add column max_quantity int,
  add column quantity_step int not null default 1,
  add constraint variant_quantities check (quantity_step >= 1 and min_quantity >= quantity_step and min_quantity % quantity_step = 0
    and (max_quantity is null or (max_quantity >= min_quantity and max_quantity % quantity_step = 0)));
