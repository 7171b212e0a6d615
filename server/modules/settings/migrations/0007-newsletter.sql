-- Whether every page ends with the form by which readers ask for letters: until its owner says so, a shop writes none.
alter table settings.store add column newsletter_in_footer boolean not null default false;
comment on column settings.store.newsletter_in_footer is 'Whether every page ends with the form by which readers ask for letters.';
