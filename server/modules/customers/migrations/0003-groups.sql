-- Groups are kept by staff; who belongs to one is asked for from both sides.
alter table customers.customer_group add column version int not null default 1;
create index group_member_customer on customers.group_member (customer_id, group_id);
