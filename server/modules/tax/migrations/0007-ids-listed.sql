-- tax.ids.list, of one id
create index id_check_history on tax.id_check (store_id, tax_id, wanted_at desc, id desc);
-- tax.certificates.list, of one customer or company
create index certificate_customer_end on tax.certificate (store_id, customer_id, (coalesce(valid_to, 'infinity'::date)), id) where archived_at is null;
create index certificate_company_end on tax.certificate (store_id, company_id, (coalesce(valid_to, 'infinity'::date)), id) where archived_at is null;
drop index tax.certificate_customer;
drop index tax.certificate_company;
