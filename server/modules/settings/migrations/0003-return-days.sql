-- For how long a buyer may send back what does not please. At least what the law of the store's country demands is for the owner to know.
alter table settings.store add column return_days int check (return_days between 1 and 365);
comment on column settings.store.return_days is 'Days from delivery; null: nothing is promised beyond the law.';
