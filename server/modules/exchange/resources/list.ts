/** What can be imported and exported, with the columns of each in this store. */
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { kindOf, type Column } from '#kit/resource.ts'
import { Flag, Key, List, OneOf, Text, shape } from '#kit/types.ts'
import { resourcesOf } from '../resources.ts'

const ExchangeColumn = shape('ExchangeColumn', {
  name: Text(100),
  kind: OneOf('text', 'integer', 'flag', 'list'),
  required: Flag,
  /** Part of what a row is known by. */
  key: Flag,
  /** Told by the first row of a group only. */
  ofGroup: Flag,
})

const ExchangeResource = shape('ExchangeResource', {
  name: Key,
  summary: Text(200),
  readPermission: Text(80),
  writePermission: Text(80),
  columns: List(ExchangeColumn, 2000),
})

export const list = query({
  id: 'exchange.resources.list',
  summary: 'What can be imported and exported, and its columns',
  rest: 'GET /exchange/resources',
  audience: 'staff',
  access: permission('exchange.read'),
  input: Nothing,
  output: shape('ExchangeResourceList', { items: List(ExchangeResource, 100) }),
  async run(_, ctx) {
    const items = []
    for (const resource of resourcesOf(ctx.app)) {
      const { name, summary, permissions, key } = resource
      const columns = (await resource.columns(ctx)).map((column) => shownColumn(column, key))
      items.push({
        name,
        summary,
        readPermission: permissions.read,
        writePermission: permissions.write,
        columns,
      })
    }
    return { items }
  },
})

function shownColumn(column: Column, key: string[]) {
  const { name, required = false, ofGroup = false } = column
  return { name, kind: kindOf(column), required, key: key.includes(name), ofGroup }
}
