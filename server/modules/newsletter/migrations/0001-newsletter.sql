-- Who wants letters from the shop: asked for by anybody, sent to whom has shown by a link that the address is theirs.
create schema newsletter;

create table newsletter.subscription (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  email text,                                   -- null once it has ended
  email_hash bytea,                             -- then this is left, to find the proof by the address
  person_id uuid,                               -- whose account showed that it has this address
  locale text not null,                         -- the letters are in it
  wording text not null,                        -- what the form said that they agree to
  asked_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  ended_at timestamptz(3),
  ended_by text check (ended_by in ('link', 'account', 'staff')),
  mails int not null default 0 check (mails >= 0),   -- with the link, since it was asked for
  mailed_at timestamptz(3) not null,                 -- the last of them
  state text not null generated always as (case when ended_at is not null then 'ended' when confirmed_at is not null then 'confirmed' else 'asked' end) stored
    check (state in ('asked', 'confirmed', 'ended')),
  unique (store_id, id),
  constraint subscription_once unique (store_id, email),
  foreign key (store_id, person_id) references identity.person (store_id, id),
  constraint subscription_erased check ((ended_at is null) = (email is not null) and (email is null) = (email_hash is not null)),
  constraint subscription_end check ((ended_at is null) = (ended_by is null))
);
create index subscription_newest on newsletter.subscription (store_id, asked_at desc, id desc);          -- newsletter.admin.list
create index subscription_state on newsletter.subscription (store_id, state, asked_at desc, id desc);    -- the same, of one state
create index subscription_person on newsletter.subscription (store_id, person_id) where person_id is not null;   -- newsletter.mine
create index subscription_ended on newsletter.subscription (store_id, email_hash, ended_at) where ended_at is not null;   -- subscribers that come in by a file
comment on table newsletter.subscription is 'That somebody wants letters from the shop, from the asking to the end: when, in which language and at which words. It outlives the address by three years, as proof.';
