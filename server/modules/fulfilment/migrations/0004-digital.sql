-- Things that are handed over by a file, a licence key, or both; they are not shippable.
create table fulfilment.digital (
  variant_id uuid primary key,
  store_id uuid not null,
  download_limit int check (download_limit between 1 and 1000),
  link_days int not null check (link_days between 1 and 3650),
  keys text not null check (keys in ('none', 'wait', 'sold_out')),
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, variant_id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id)
);
comment on table fulfilment.digital is 'A variant that is handed over by files or licence keys, and on which terms.';

create table fulfilment.digital_file (
  store_id uuid not null,
  variant_id uuid not null,
  file_id uuid not null,
  position int not null,
  primary key (variant_id, file_id),
  foreign key (store_id, variant_id) references fulfilment.digital (store_id, variant_id),
  foreign key (store_id, file_id) references media.file (store_id, id)
);
comment on table fulfilment.digital_file is 'The private files that whoever buys a variant may load.';

create table fulfilment.licence_key (
  id uuid primary key,
  store_id uuid not null,
  variant_id uuid not null,
  sealed bytea not null,
  fingerprint bytea not null,                  -- keyed, so that none is in the pool twice and none can be read from here
  ending text not null,                        -- its last signs, to speak of it
  state text not null check (state in ('free', 'given', 'revoked')),
  order_id uuid,
  order_line_id uuid,
  created_at timestamptz(3) not null,
  given_at timestamptz(3),
  revoked_at timestamptz(3),
  constraint licence_key_once unique (store_id, variant_id, fingerprint),
  foreign key (store_id, variant_id) references fulfilment.digital (store_id, variant_id),
  foreign key (store_id, order_id) references orders.order (store_id, id),
  foreign key (order_id, order_line_id) references orders.line (order_id, id),
  constraint licence_key_given check ((state = 'free') = (order_line_id is null) and (order_id is null) = (order_line_id is null)
    and (state = 'free') = (given_at is null) and (state = 'revoked') = (revoked_at is not null))
);
create index licence_key_free on fulfilment.licence_key (variant_id, id) where state = 'free';
create index licence_key_order on fulfilment.licence_key (order_id) where order_id is not null;
create index licence_key_newest on fulfilment.licence_key (store_id, variant_id, id desc);              -- fulfilment.keys.list
create index licence_key_state on fulfilment.licence_key (store_id, variant_id, state, id desc);        -- fulfilment.keys.list
comment on table fulfilment.licence_key is 'A licence key, sealed: in the pool, handed over once, or revoked.';

-- A key that somebody has seen is never handed to anybody else.
create function fulfilment.key_step() returns trigger language plpgsql as $$
begin
  if old.state || '>' || new.state not in ('free>free', 'free>given', 'given>given', 'given>revoked', 'revoked>revoked')
    or (old.order_line_id is not null and new.order_line_id is distinct from old.order_line_id) then
    raise exception 'a licence key cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'licence_key_step';
  end if;
  return new;
end $$;
create trigger licence_key_step before update on fulfilment.licence_key for each row execute function fulfilment.key_step();

create table fulfilment.download (
  id uuid primary key,
  store_id uuid not null,
  order_id uuid not null,
  order_line_id uuid not null,
  file_id uuid not null,
  downloads int not null default 0,
  download_limit int,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  created_at timestamptz(3) not null,
  unique (order_line_id, file_id),
  foreign key (store_id, order_id) references orders.order (store_id, id),
  foreign key (order_id, order_line_id) references orders.line (order_id, id),
  foreign key (store_id, file_id) references media.file (store_id, id),
  constraint download_count check (downloads >= 0 and (download_limit is null or downloads <= download_limit))
);
create index download_order on fulfilment.download (order_id);
comment on table fulfilment.download is 'The right of an order to load a file so often until a day.';
