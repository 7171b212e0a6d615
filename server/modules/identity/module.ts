import { defineModule } from '#kit/module.ts'
import { policy } from '#kit/policy.ts'
import { fill } from '#kit/port.ts'
import { personChanged } from './events.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import { me } from './me.ts'
import { sessionPolicy } from './session.ts'
import { signUp } from './sign-up.ts'
import { startGuest } from './start-guest.ts'

export default defineModule({
  name: 'identity',
  operations: [startGuest, signUp, logIn, logOut, me],
  events: [personChanged],
  fills: [fill(policy, 'identity', sessionPolicy)],
  permissions: {
    'people.read': 'See people and their roles',
    'people.write': 'Invite and suspend people',
    'roles.read': 'See roles',
    'roles.write': 'Change roles and grant them',
  },
  personalData: [
    { column: 'identity.person.email', why: 'To log in and to be written to', keep: 'erase' },
    { column: 'identity.person.name', why: 'To be addressed', keep: 'erase' },
    { column: 'identity.security_event.address', why: 'To see misuse of the account', keep: 'erase' },
  ],
  invariants: [
    {
      id: 'I27.sessions',
      says: 'No session of a suspended or archived person is valid',
      sql: `select s.id from identity.session s join identity.person p on p.id = s.person_id
        where s.revoked_at is null and (p.state <> 'active' or p.archived_at is not null)`,
    },
  ],
})
