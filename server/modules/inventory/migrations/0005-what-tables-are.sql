-- What the tables are for; docs/tables.md is drawn from it.
comment on table inventory.location is 'A place where goods lie.';
comment on table inventory.item is 'A thing that is counted. A variant is made of one or of several.';
comment on table inventory.variant_item is 'Of which things, and how many of each, a variant is made.';
comment on table inventory.level is 'How many of a thing lie at a place, and how many of them are promised.';
comment on table inventory.movement is 'Every change of a count, with its reason; it never changes itself.';
comment on table inventory.reservation is 'Pieces that are held for a cart or promised to an order.';
