import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { StaffPerson, readStaffPerson } from './staff-person.ts'

export const get = query({
  id: 'identity.people.get',
  summary: 'A person with roles and open sessions',
  rest: 'GET /people/:personId',
  audience: 'staff',
  access: permission('people.read'),
  input: Type.Object({ personId: Id }),
  output: StaffPerson,
  run: ({ personId }, ctx) => readStaffPerson(ctx, personId),
})
