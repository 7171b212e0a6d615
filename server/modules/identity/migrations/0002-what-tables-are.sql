-- What the tables are for; docs/tables.md is drawn from it.
comment on table identity.person is 'Everybody with an account, staff and shoppers alike.';
comment on table identity.password is 'How a password is recognised; the password itself is kept nowhere.';
comment on table identity.session is 'Who is logged in where, guests too. Of the token only its hash is kept.';
comment on table identity.role is 'Permissions under a name.';
comment on table identity.person_role is 'Who has which role, since when and by whom.';
