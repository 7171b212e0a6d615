-- The product's own address in the language; null where another language's text is shown, whose address is the one to find.
alter table browse.entry add column slug text;
-- Written anew by the job, soon.
update browse.progress set after_id = '00000000-0000-0000-0000-000000000000', written = 0;
