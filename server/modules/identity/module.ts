import { defineModule } from '#kit/module.ts'
import { policy } from '#kit/policy.ts'
import { fill } from '#kit/port.ts'
import { keysChanged, passwordForgotten, personChanged } from './events.ts'
import { create as createKey } from './keys/create.ts'
import { get as getKey } from './keys/get.ts'
import { list as keys } from './keys/list.ts'
import { revoke as revokeKey } from './keys/revoke.ts'
import { rotate as rotateKey } from './keys/rotate.ts'
import { update as updateKey } from './keys/update.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import { me } from './me.ts'
import { add as addPasskey } from './passkeys/add.ts'
import { begin as beginPasskey } from './passkeys/begin.ts'
import { beginLogIn as beginPasskeyLogIn } from './passkeys/begin-log-in.ts'
import { beginSignUp as beginPasskeySignUp } from './passkeys/begin-sign-up.ts'
import { list as passkeys } from './passkeys/list.ts'
import { logIn as passkeyLogIn } from './passkeys/log-in.ts'
import { remove as removePasskey } from './passkeys/remove.ts'
import { rename as renamePasskey } from './passkeys/rename.ts'
import { signUp as passkeySignUp } from './passkeys/sign-up.ts'
import { change as changePassword } from './passwords/change.ts'
import { request as requestPassword, sendPasswordLinks } from './passwords/request.ts'
import { get as getPerson } from './people/get.ts'
import { invite } from './people/invite.ts'
import { list as people } from './people/list.ts'
import { reinstate } from './people/reinstate.ts'
import { suspend } from './people/suspend.ts'
import { list as permissions } from './permissions/list.ts'
import { purge } from './purge.ts'
import { archive as archiveRole } from './roles/archive.ts'
import { create as createRole } from './roles/create.ts'
import { grant } from './roles/grant.ts'
import { list as roles } from './roles/list.ts'
import { revoke } from './roles/revoke.ts'
import { update as updateRole } from './roles/update.ts'
import { sessionPolicy } from './session.ts'
import { setPassword } from './set-password.ts'
import { signUp } from './sign-up.ts'
import { startGuest } from './start-guest.ts'

export default defineModule({
  name: 'identity',
  operations: [
    startGuest,
    signUp,
    logIn,
    logOut,
    me,
    setPassword,
    requestPassword,
    changePassword,
    beginPasskeySignUp,
    passkeySignUp,
    beginPasskeyLogIn,
    passkeyLogIn,
    passkeys,
    beginPasskey,
    addPasskey,
    renamePasskey,
    removePasskey,
    people,
    getPerson,
    invite,
    suspend,
    reinstate,
    roles,
    createRole,
    updateRole,
    archiveRole,
    grant,
    revoke,
    permissions,
    keys,
    getKey,
    createKey,
    updateKey,
    rotateKey,
    revokeKey,
  ],
  events: [personChanged, keysChanged, passwordForgotten],
  reactions: [sendPasswordLinks],
  jobs: [purge],
  fills: [fill(policy, 'identity', sessionPolicy)],
  permissions: {
    'people.read': 'See people and their roles',
    'people.write': 'Invite and suspend people',
    'roles.read': 'See roles',
    'roles.write': 'Change roles and grant them',
    'keys.read': 'See API keys',
    'keys.write': 'Make, change and revoke API keys',
  },
  personalData: [
    { column: 'identity.person.email', why: 'To log in and to be written to', keep: 'erase' },
    { column: 'identity.person.name', why: 'To be addressed', keep: 'erase' },
    { column: 'identity.passkey.name', why: 'To tell one’s devices apart', keep: 'erase' },
    { column: 'identity.security_event.address', why: 'To see misuse of the account', keep: 'erase' },
  ],
  invariants: [
    {
      id: 'I27.sessions',
      says: 'No session of a suspended or archived person is valid',
      sql: `select s.id from identity.session s join identity.person p on p.id = s.person_id
        where s.revoked_at is null and (p.state <> 'active' or p.archived_at is not null)`,
    },
    {
      id: 'I27.links',
      says: 'No link to set a password works for somebody who is shut out',
      sql: `select k.person_id from identity.password_link k join identity.person p on p.id = k.person_id
        where k.used_at is null and (p.state = 'suspended' or p.archived_at is not null)`,
    },
    {
      id: 'ID-12.owner',
      says: 'A store that has staff has an owner who can log in',
      sql: `select s.id from settings.store s
        where exists (select from identity.person_role pr where pr.store_id = s.id) and not exists (
          select from identity.person_role pr join identity.role r on r.id = pr.role_id and r.archived_at is null and '*' = any(r.permissions)
          join identity.person p on p.id = pr.person_id and p.state = 'active' and p.archived_at is null where pr.store_id = s.id)`,
    },
  ],
})
