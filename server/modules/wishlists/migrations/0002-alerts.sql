-- Mails about what became cheaper or is there again: to members whose address is proved, once for each time.
alter table wishlists.item
  add column tells_of_drop boolean not null default false,
  add column tells_when_back boolean not null default false,
  add column known_amount kit.minor check (known_amount >= 0),   -- when it was last looked at; it rises and falls with the price
  add column known_is_available boolean not null default false;
create index item_watched on wishlists.item (list_id) where tells_of_drop or tells_when_back;   -- wishlists.tell

create table wishlists.reader (
  person_id uuid primary key,
  store_id uuid not null,
  email text not null,                         -- mails go to this address only
  asked_at timestamptz(3) not null,            -- when the link that proves it was sent
  proved_at timestamptz(3),
  foreign key (store_id, person_id) references identity.person (store_id, id)
);
comment on table wishlists.reader is 'Who wants mails about what is on their lists, and whether they have shown that the address is theirs.';
