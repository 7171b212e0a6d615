/** Who did what: every staff command with what it changed, newest first. */
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Instant, Key, Nullable, Text, Type, shape } from '#kit/types.ts'

const AuditEntry = shape('AuditEntry', {
  id: Id,
  at: Instant,
  actor: Text(80),
  operation: Key,
  subject: Nullable(Key),
  subjectId: Nullable(Id),
  /** JSON text of what was and what is. */
  before: Nullable(Text(100_000)),
  after: Nullable(Text(100_000)),
  traceId: Text(64),
})
const order = sorts(
  'AuditEntrySort',
  { at: { column: 'a.at', type: 'timestamptz' } },
  { id: 'a.id', first: '-at' },
)

export const list = query({
  id: 'system.audit.list',
  summary: 'Who did what',
  rest: 'GET /audit',
  audience: 'staff',
  access: permission('system.read'),
  input: Type.Object({ operation: Type.Optional(Key), subjectId: Type.Optional(Id), ...pageInput }),
  output: pageOf(AuditEntry),
  async run({ operation, subjectId, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('kit.audit as a')
      .select([
        'a.id',
        'a.at',
        'a.actor',
        'a.operation',
        'a.subject',
        'a.subject_id',
        'a.before',
        'a.after',
        'a.trace_id',
      ])
      .where('a.store_id', '=', ctx.storeId)
    if (operation) found = found.where('a.operation', '=', operation)
    if (subjectId) found = found.where('a.subject_id', '=', subjectId)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return {
      items: rows.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        actor: row.actor,
        operation: row.operation,
        subject: row.subject,
        subjectId: row.subject_id,
        before: row.before === null ? null : JSON.stringify(row.before),
        after: row.after === null ? null : JSON.stringify(row.after),
        traceId: row.trace_id,
      })),
      ...rest,
    }
  },
})
