-- What search engines are told of a store.
create table settings.seo (
  store_id uuid primary key references settings.store (id),
  indexed boolean not null,
  hidden_channels text[] not null,             -- codes of those that search engines stay out of
  disallow text[] not null,                    -- beginnings of addresses
  titles jsonb not null,                       -- by kind of page and language
  version int not null default 1,
  updated_at timestamptz(3) not null
);
comment on table settings.seo is 'What search engines may list, and how the titles of pages are put together. A store without a row is listed.';
