/**
 * A question in SQL, for staff who may: it reads this store’s rows without secrets, and changes nothing.
 *
 * The audit has every question before PostgreSQL sees it, also those that are refused.
 */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Int, List, Nullable, Text, Type, shape } from '#kit/types.ts'
import { SqlConsoleClosed, SqlRefused, readBySql, type Question } from './reading.ts'

const MOST_COLUMNS = 1664 // of PostgreSQL
const MOST_ROWS = 1000

/** As PostgreSQL writes it; what is longer is cut and ends in `…`. */
const SqlCell = shape('SqlCell', { text: Nullable(Text(2000, { min: 0 })) })
const SqlRow = shape('SqlRow', { cells: List(SqlCell, MOST_COLUMNS) })
const SqlAnswer = shape('SqlAnswer', {
  columns: List(Text(80, { min: 0 }), MOST_COLUMNS),
  rows: List(SqlRow, MOST_ROWS),
  /** There are more rows than were asked for. */
  hasMore: Flag,
})

export const ask = task({
  id: 'system.sql.ask',
  summary: 'Ask the database in SQL, reading only',
  description:
    'One `select` over the rows of this store. A table is called as its module and its name: `orders_order`. What is secret is not there. `values` fill `$1` and so on.',
  rest: 'POST /sql-questions',
  audience: 'staff',
  access: permission('system.sql'),
  input: Type.Object({
    text: Text(20_000),
    values: Type.Optional(List(Text(2000, { min: 0 }), 50)),
    limit: Type.Optional(Int(1, MOST_ROWS)),
  }),
  output: SqlAnswer,
  failures: [SqlRefused, SqlConsoleClosed],

  async begin({ text, values = [], limit = 100 }, ctx) {
    const id = ctx.id()
    const carry: Question = { text, values, storeId: ctx.storeId, limit }
    ctx.audit({ subject: 'system.sql', subjectId: id, before: null, after: { text, values, limit } })
    return { resourceId: id, carry }
  },

  call: (carry, { ctx }) => readBySql(ctx.app, carry),

  settle: async (_carry, answer) => answer,

  /** A repeat asks again, as nothing was changed. */
  async resume(id, ctx) {
    const { rows } = await sql<{ after: Omit<Question, 'storeId'> }>`
      select after from kit.audit where store_id = ${ctx.storeId} and subject_id = ${id}`.execute(ctx.db)
    if (!rows[0]) throw NotFound({})
    return { carry: { ...rows[0].after, storeId: ctx.storeId } }
  },
})
