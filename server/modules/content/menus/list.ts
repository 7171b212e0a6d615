import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { Menu, readMenus } from './menu.ts'

export const list = query({
  id: 'content.menus.list',
  summary: 'The menus as they were written',
  description: 'A menu that nobody wrote is not among them.',
  rest: 'GET /content/menus',
  audience: 'staff',
  access: permission('content.read'),
  input: Nothing,
  output: shape('MenuList', { items: List(Menu, 2) }),
  run: async (_, ctx) => ({ items: await readMenus(ctx) }),
})
