import { query, Nothing } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Profile, readProfile } from './profile.ts'

export const get = query({
  id: 'customers.profile.get',
  summary: 'My profile',
  rest: 'GET /me/profile',
  audience: 'shop',
  access: member,
  input: Nothing,
  output: Profile,
  run: (_, ctx) => readProfile(ctx),
})
