create table reviews.question (
  id uuid primary key,
  store_id uuid not null,
  product_id uuid not null,
  customer_id uuid,
  email text,                                  -- of a guest, to tell them of the answer; forgotten after half a year
  author_name text not null,
  locale text not null,
  body text not null,
  state text not null check (state in ('pending', 'published', 'refused')),
  refusal text,
  pinned boolean not null default false,
  version int not null default 1,
  published_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id),
  constraint question_refusal check ((state = 'refused') = (refusal is not null)),
  constraint question_published check (state <> 'published' or published_at is not null)
);
create index question_shown on reviews.question (store_id, product_id, published_at, id) where state = 'published';
create index question_newest on reviews.question (store_id, created_at, id);                 -- reviews.questions.queue, each by one filter
create index question_state on reviews.question (store_id, state, created_at, id);
create index question_product on reviews.question (store_id, product_id, created_at, id);
create index question_customer on reviews.question (store_id, customer_id);
create index question_address on reviews.question (store_id, created_at) where email is not null; -- reviews.purge
comment on table reviews.question is 'What somebody wants to know of a product; shown once it is published.';

create table reviews.answer (
  id uuid primary key,
  store_id uuid not null,
  question_id uuid not null,
  by_staff boolean not null,
  writer_hash bytea,                           -- of a buyer, as of a review
  customer_id uuid,
  author_name text not null,
  body text not null,
  state text not null check (state in ('pending', 'published', 'refused')),
  refusal text,
  version int not null default 1,
  published_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  constraint answer_once unique (store_id, question_id, writer_hash),
  foreign key (store_id, question_id) references reviews.question (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id),
  constraint answer_refusal check ((state = 'refused') = (refusal is not null)),
  constraint answer_published check (state <> 'published' or published_at is not null)
);
create index answer_of_question on reviews.answer (store_id, question_id, created_at, id);
create index answer_newest on reviews.answer (store_id, created_at, id);                     -- reviews.answers.list, each by one filter
create index answer_state on reviews.answer (store_id, state, created_at, id);
create index answer_customer on reviews.answer (store_id, customer_id);
comment on table reviews.answer is 'What staff or a buyer answer to a question; a buyer once.';
