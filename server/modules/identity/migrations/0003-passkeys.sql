-- Keys that stay on people's devices (WebAuthn): of each, what recognises its signature.
create table identity.passkey (
  id uuid primary key,
  store_id uuid not null,
  person_id uuid not null,
  credential_id bytea not null check (length(credential_id) between 1 and 1023),
  public_key bytea not null,                                   -- as COSE writes it
  counter bigint not null check (counter between 0 and 4294967295),  -- of signatures; 0 for good where the device counts none
  transports text[] not null,
  name text not null,
  backed_up boolean not null,                                  -- kept in the cloud, so that it outlives the device
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  unique (store_id, id),
  unique (store_id, credential_id),
  foreign key (store_id, person_id) references identity.person (store_id, id)
);
create index passkey_person on identity.passkey (store_id, person_id, created_at, id);  -- identity.passkeys.list
comment on table identity.passkey is 'Keys that stay on people’s devices; kept here is what recognises their signatures.';

-- A challenge is sealed and stands in no table until it is answered; then here, so that it is answered once.
create table identity.answered_challenge (
  challenge_hash bytea primary key,
  store_id uuid not null references settings.store (id),
  answered_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index answered_challenge_purge on identity.answered_challenge (expires_at);
comment on table identity.answered_challenge is 'Challenges that a passkey has answered: each counts once.';
