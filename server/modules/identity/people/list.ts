/** Everybody with an account, staff and shoppers alike. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { beginsWith } from '#kit/filter.ts'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Flag, Text, Type, type Static } from '#kit/types.ts'
import { PersonState, StaffPersonCard, rolesOf } from './staff-person.ts'

const order = sorts(
  'PersonSort',
  {
    created: { column: 'p.created_at', type: 'timestamptz' },
    name: { column: 'p.name', type: 'text' },
    email: { column: 'p.email', type: 'text' },
  },
  { id: 'p.id', first: '-created' },
)

export const list = query({
  id: 'identity.people.list',
  summary: 'People with an account',
  description: '`q` is the beginning of an e-mail address or a name. `staff` finds those with a role.',
  rest: 'GET /people',
  audience: 'staff',
  access: permission('people.read'),
  input: Type.Object({
    q: Type.Optional(Text(254)),
    staff: Type.Optional(Flag),
    state: Type.Optional(PersonState),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(StaffPersonCard),
  async run({ q, staff, state, ...page }, ctx) {
    const all = sql`true`
    const held = sql`exists (select from identity.person_role pr join identity.role r on r.id = pr.role_id and r.archived_at is null where pr.person_id = p.id)`
    const people = sql<Row>`(
      select p.id, p.email, p.name, p.locale, p.state, p.version, p.created_at, ${rolesOf} as roles from identity.person p
      where p.store_id = ${ctx.storeId} and p.archived_at is null
        and ${q === undefined ? all : startsWith(q, ctx)}
        and ${state === undefined ? all : sql`p.state = ${state}`}
        and ${staff === undefined ? all : staff ? held : sql`not ${held}`})`.as<'p'>('p')
    const found = ctx.db.selectFrom(people).selectAll('p')
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return {
      items: rows.map(({ created_at: createdAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
      })),
      ...rest,
    }
  },
})

function startsWith(q: string, ctx: Ctx) {
  const start = q.trim().toLowerCase()
  const among = sql`from identity.person s where s.store_id = ${ctx.storeId}`
  return sql`p.id = any(array(select s.id ${among} and ${beginsWith(sql`s.email`, start)}
    union all select s.id ${among} and ${beginsWith(sql`lower(s.name)`, start)}))`
}

type Row = Omit<Static<typeof StaffPersonCard>, 'createdAt'> & { created_at: Date }
