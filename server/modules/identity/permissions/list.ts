/** Everything that can be permitted, as the modules of this store declare it. */
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, Text, shape } from '#kit/types.ts'
import { MOST_PERMISSIONS, Permission, knownPermissions } from '../rights.ts'

export const list = query({
  id: 'identity.permissions.list',
  summary: 'All permissions there are',
  rest: 'GET /permissions',
  audience: 'staff',
  access: permission('roles.read'),
  input: Nothing,
  output: shape('PermissionList', {
    items: List(shape('KnownPermission', { name: Permission, says: Text(200) }), MOST_PERMISSIONS),
  }),
  run: async (_, ctx) => ({ items: knownPermissions(ctx.app) }),
})
