create schema reviews;

create table reviews.setting (
  store_id uuid primary key references settings.store (id),
  who_may_write text not null check (who_may_write in ('members', 'buyers')),
  publishing text not null check (publishing in ('verified', 'by_hand')),
  version int not null default 1,
  updated_at timestamptz(3) not null
);
comment on table reviews.setting is 'Who may judge a product, and what is shown before staff have looked at it.';

create table reviews.review (
  id uuid primary key,
  store_id uuid not null,
  product_id uuid not null,
  customer_id uuid,
  order_id uuid,                               -- by whose link a guest came
  writer_hash bytea,                           -- of the account or of the order's address; null: the person was forgotten
  author_name text not null,                   -- as they want to be called; empty once they were forgotten
  locale text not null,
  stars int not null check (stars between 1 and 5),
  title text,
  body text not null,
  state text not null check (state in ('pending', 'published', 'refused')),
  refusal text,
  verified boolean not null,
  pinned boolean not null default false,
  helpful int not null default 0 check (helpful >= 0),
  reports int not null default 0 check (reports >= 0),
  reply text,
  replied_at timestamptz(3),
  version int not null default 1,
  published_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  constraint review_once unique (store_id, product_id, writer_hash),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id),
  foreign key (store_id, order_id) references orders.order (store_id, id),
  constraint review_refusal check ((state = 'refused') = (refusal is not null)),
  constraint review_published check (state <> 'published' or published_at is not null),
  constraint review_reply check ((reply is null) = (replied_at is null))
);
create index review_newest_shown on reviews.review (store_id, product_id, published_at, id) where state = 'published';
create index review_stars_shown on reviews.review (store_id, product_id, stars, id) where state = 'published';
create index review_newest on reviews.review (store_id, created_at, id);                     -- reviews.admin.list, each by one filter
create index review_state on reviews.review (store_id, state, created_at, id);
create index review_product on reviews.review (store_id, product_id, created_at, id);
create index review_reported on reviews.review (store_id, created_at, id) where reports > 0;
create index review_customer on reviews.review (store_id, customer_id, created_at, id);      -- reviews.mine
comment on table reviews.review is 'What one person thinks of one product; shown once it is published.';

-- A photo comes as a private file. Once its review is published, a public copy is made of it.
create table reviews.photo (
  store_id uuid not null,
  review_id uuid not null,
  file_id uuid not null unique,
  shown_id uuid,
  position int not null,
  primary key (review_id, file_id),
  foreign key (store_id, review_id) references reviews.review (store_id, id),
  foreign key (store_id, file_id) references media.file (store_id, id),
  foreign key (store_id, shown_id) references media.file (store_id, id)
);
create index photo_to_show on reviews.photo (store_id, review_id) where shown_id is null;    -- the job that makes copies
comment on table reviews.photo is 'Photos of a review: the file as it came, and the public copy that is shown.';

create table reviews.vote (
  store_id uuid not null,
  review_id uuid not null,
  voter_id uuid not null,                      -- the guest or the person
  created_at timestamptz(3) not null,
  primary key (review_id, voter_id),
  foreign key (store_id, review_id) references reviews.review (store_id, id)
);
comment on table reviews.vote is 'Who found a review helpful; everybody once.';

create table reviews.report (
  store_id uuid not null,
  review_id uuid not null,
  reporter_id uuid not null,                   -- the guest or the person
  reason text not null check (reason in ('advertising', 'insult', 'personal_data', 'off_topic', 'untrue')),
  created_at timestamptz(3) not null,
  primary key (review_id, reporter_id),
  foreign key (store_id, review_id) references reviews.review (store_id, id)
);
comment on table reviews.report is 'Who wants staff to look at a review, and why; everybody once, until staff have looked.';
