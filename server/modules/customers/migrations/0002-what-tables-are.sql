-- What the tables are for; docs/tables.md is drawn from it.
comment on table customers.customer is 'What the store knows of a person as a buyer.';
comment on table customers.address is 'Addresses that a customer keeps for the next order.';
comment on table customers.customer_group is 'Customers who are treated alike, such as by their prices.';
comment on table customers.group_member is 'Who belongs to which group.';
