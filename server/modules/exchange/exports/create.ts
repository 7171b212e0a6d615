/** Begins an export. Its file is private; the run has a link to it once it is there. */
import { sql } from 'kysely'
import { moved } from '#kit/fault.ts'
import { InvalidInput, isFailure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { enqueue } from '#kit/jobs.ts'
import { command } from '#kit/operation.ts'
import { callerOf, permission } from '#kit/policy.ts'
import type { Resource } from '#kit/resource.ts'
import { Custom, Key, Type } from '#kit/types.ts'
import { compileCheck } from '#kit/validate.ts'
import { allowedResource } from '../resources.ts'
import { ExchangeRun, FileFormat, readRun, shown } from '../run.ts'
import { work } from '../work.ts'

export const create = command({
  id: 'exchange.exports.create',
  summary: 'Export a resource to a file',
  description:
    '`narrow` holds what the resource can be narrowed by: `state` and `category` of products, `list` and `currency` of prices, `location` of stock, `group` of customers, `from` and `to` of orders. What was exported can be imported again as it is.',
  rest: 'POST /exchange/exports',
  audience: 'staff',
  access: permission('exchange.write'),
  status: 201,
  input: Type.Object({ resource: Key, format: FileFormat, narrow: Type.Optional(Custom) }),
  output: ExchangeRun,
  async run({ resource: name, format, narrow = {} }, ctx) {
    const resource = allowedResource(ctx, name, 'read')
    mustFit(resource, narrow)
    const id = newId()
    await sql`insert into exchange.run (id, store_id, kind, resource, format, state, asked, asked_by, created_at, updated_at)
      values (${id}, ${ctx.storeId}, 'export', ${resource.name}, ${format}, 'waiting', ${JSON.stringify({ narrow })}::jsonb,
        ${callerOf(ctx.actor)}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    await enqueue(ctx, work, { runId: id })
    const run = shown(ctx, await readRun(ctx, id))
    ctx.audit({ subject: 'exchange.run', subjectId: id, before: null, after: { ...run, narrow } })
    return run
  },
})

/** Faults are named by where they stand in this input. */
function mustFit(resource: Resource, narrow: object): void {
  try {
    compileCheck(resource.narrow)(narrow)
  } catch (error) {
    if (!isFailure(error)) throw error
    throw InvalidInput({}, { errors: error.errors.map((fault) => moved(`narrow.${fault.path}`, fault)) })
  }
}
