/** Errors that any process logged, grouped by place, the latest first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Instant, Int, List, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'

const ErrorGroup = shape('ErrorGroup', {
  fingerprint: Text(32),
  name: Text(200),
  message: Text(500),
  /** The line of the store’s own code; empty when it is not known. */
  place: Text(500, { min: 0 }),
  count: Count,
  firstAt: Instant,
  lastAt: Instant,
  /** Of the last one: the same words stand in the log. */
  lastTraceId: Nullable(Text(64)),
})

export const list = query({
  id: 'system.errors.list',
  summary: 'Errors, grouped',
  rest: 'GET /errors',
  audience: 'staff',
  access: permission('system.operate'),
  input: Type.Object({ limit: Type.Optional(Int(1, 1000)) }),
  output: shape('ErrorGroupList', { items: List(ErrorGroup, 1000) }),
  async run({ limit = 100 }, ctx) {
    const { rows } = await sql<Static<typeof ErrorGroup>>`
      select encode(fingerprint, 'hex') as fingerprint, left(name, 200) as name, message, left(place, 500) as place, count,
        kit.utc(first_at) as "firstAt", kit.utc(last_at) as "lastAt", last_trace as "lastTraceId"
      from kit.error_group order by last_at desc limit ${limit}`.execute(ctx.db)
    return { items: rows }
  },
})
