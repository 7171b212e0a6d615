-- Every name that a provider has for a payment or a part of it: one name, one payment. Staff find it by any of them.
create table payments.reference (
  store_id uuid not null,
  provider text not null,
  reference text not null,
  kind text not null,                          -- payment, refund, capture, dispute, or what else the provider calls it
  payment_id uuid not null,
  noted_at timestamptz(3) not null,
  primary key (provider, reference),
  foreign key (store_id, payment_id) references payments.payment (store_id, id)
);
create index reference_found on payments.reference (store_id, reference);
create index reference_payment on payments.reference (payment_id, noted_at);
create trigger reference_fact before update or delete on payments.reference for each row execute function kit.refuse_change();

insert into payments.reference (store_id, provider, reference, kind, payment_id, noted_at)
  select store_id, provider, provider_reference, 'payment', id, updated_at from payments.payment where provider_reference is not null;
insert into payments.reference (store_id, provider, reference, kind, payment_id, noted_at)
  select r.store_id, p.provider, r.provider_reference, 'refund', p.id, r.updated_at
  from payments.refund r join payments.payment p on p.id = r.payment_id where r.provider_reference is not null
  on conflict do nothing;

-- For the filters of the list.
create index payment_state on payments.payment (store_id, state, created_at, id);
create index payment_unknown on payments.payment (store_id, created_at, id) where unknown_since is not null;
