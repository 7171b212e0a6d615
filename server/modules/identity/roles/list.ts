import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { MOST_ROLES } from '../people/staff-person.ts'
import { Role, allRoles } from './role.ts'

export const list = query({
  id: 'identity.roles.list',
  summary: 'Roles and what they may do',
  rest: 'GET /roles',
  audience: 'staff',
  access: permission('roles.read'),
  input: Nothing,
  output: shape('RoleList', { items: List(Role, MOST_ROLES) }),
  run: async (_, ctx) => ({ items: await allRoles(ctx, MOST_ROLES) }),
})
