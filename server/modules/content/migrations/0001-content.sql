-- What a shop tells besides its goods: pages, a journal, its home, and what stands in slots of other pages.
create schema content;

create table content.document (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  kind text not null check (kind in ('home', 'page', 'post', 'slot')),
  slot text,
  draft_revision int not null check (draft_revision > 0), -- what staff work at
  published_revision int,                      -- what shoppers see
  tags text[] not null default '{}',           -- of what is published
  published_at timestamptz(3),                 -- the first time
  publish_at timestamptz(3),
  unpublish_at timestamptz(3),
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  check ((kind = 'slot') = (slot is not null)),
  check (unpublish_at > publish_at),
  check (archived_at is null or num_nonnulls(published_revision, publish_at, unpublish_at) = 0),
  check (published_revision is null or published_at is not null)
);
comment on table content.document is 'A page, a journal entry, the home or what stands in a slot; its content is in revisions.';
create unique index document_home on content.document (store_id) where kind = 'home' and archived_at is null;
create unique index document_slot on content.document (store_id, slot) where archived_at is null;
create index document_staff on content.document (store_id, updated_at desc, id desc) where archived_at is null;
create index document_of_kind on content.document (store_id, kind, updated_at desc, id desc) where archived_at is null;
create index document_archived on content.document (store_id, updated_at desc, id desc) where archived_at is not null;
create index document_posts on content.document (store_id, published_at desc, id desc) where kind = 'post' and published_revision is not null;
create index document_tagged on content.document using gin (tags) where kind = 'post' and published_revision is not null;
create index document_to_publish on content.document (store_id, publish_at) where publish_at is not null;
create index document_to_unpublish on content.document (store_id, unpublish_at) where unpublish_at is not null;

create table content.revision (
  store_id uuid not null,
  document_id uuid not null,
  number int not null check (number > 0),
  texts jsonb not null,                        -- title and summary in each language
  blocks jsonb not null,
  cover jsonb,
  author text not null default '',
  tags text[] not null default '{}',
  file_ids uuid[] not null,                    -- what texts, blocks and cover name, so that one statement finds it
  product_ids uuid[] not null,
  category_ids uuid[] not null,
  collection_ids uuid[] not null,
  document_ids uuid[] not null,
  made_by text not null,
  made_at timestamptz(3) not null,
  primary key (document_id, number),
  unique (store_id, document_id, number),
  foreign key (store_id, document_id) references content.document (store_id, id)
);
comment on table content.revision is 'What a document said at one time; never changed, the oldest are forgotten.';
create trigger revision_stays before update on content.revision for each row execute function kit.refuse_change();
alter table content.document
  add foreign key (store_id, id, draft_revision) references content.revision (store_id, document_id, number) deferrable initially deferred,
  add foreign key (store_id, id, published_revision) references content.revision (store_id, document_id, number) deferrable initially deferred;

create table content.address (
  store_id uuid not null,
  document_id uuid not null,
  locale text not null,
  slug text not null,
  live boolean not null default true,          -- false once the document is archived; the slug is free again
  primary key (document_id, locale),
  foreign key (store_id, document_id) references content.document (store_id, id)
);
comment on table content.address is 'The slug of a page or journal entry in one language.';
create unique index address_slug on content.address (store_id, locale, slug) where live;

create table content.address_history (
  store_id uuid not null,
  locale text not null,
  slug text not null,
  document_id uuid not null,
  replaced_at timestamptz(3) not null,
  primary key (store_id, locale, slug),
  foreign key (store_id, document_id) references content.document (store_id, id)
);
comment on table content.address_history is 'Old slugs lead to the document that had them last.';
create index address_history_of on content.address_history (store_id, document_id);
