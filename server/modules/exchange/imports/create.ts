/**
 * Begins an import of a file that was uploaded. Nothing is written unless `dryRun` is false: without a word the file
 * is checked to its end, and the run says what it would create and change.
 */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { enqueue } from '#kit/jobs.ts'
import { command } from '#kit/operation.ts'
import { callerOf, permission } from '#kit/policy.ts'
import { Flag, Id, Key, Nullable, OneOf, Type } from '#kit/types.ts'
import { uploadedFile } from '../../media/index.ts'
import { formatOfType, mostBytesOf } from '../formats/formats.ts'
import { allowedResource } from '../resources.ts'
import { ExchangeRun, FileFormat, Mapping, readRun, shown } from '../run.ts'
import { work } from '../work.ts'

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const

export const create = command({
  id: 'exchange.imports.create',
  summary: 'Import a file',
  description:
    'Upload it by a ticket of `media.tickets.create`, as text/csv, application/json, application/x-ndjson or .xlsx. Without `dryRun: false` nothing is written. Rows at fault are left out and listed; rows of one group, such as the variants of a product, are written together or not at all. Columns that the file does not have stay as they are, and so do rows that it does not name.',
  rest: 'POST /exchange/imports',
  audience: 'staff',
  access: permission('exchange.write'),
  isFinal: true,
  status: 201,
  input: Type.Object({
    resource: Key,
    fileId: Id,
    /** Default: what kind of file it is. */
    format: Type.Optional(FileFormat),
    mapping: Type.Optional(Mapping),
    /** Of CSV. Default: what the first line looks like. */
    delimiter: Type.Optional(Nullable(OneOf('comma', 'semicolon', 'tab', 'pipe'))),
    /** Default true. */
    dryRun: Type.Optional(Flag),
    /** Begins no further step once a row is at fault. Default: goes on to the end. */
    stopAtFault: Type.Optional(Flag),
  }),
  output: ExchangeRun,
  async run(
    { resource, fileId, format: given, mapping = [], delimiter, dryRun = true, stopAtFault = false },
    ctx,
  ) {
    const { name } = allowedResource(ctx, resource, 'write')
    const file = await uploadedFile(ctx, fileId)
    if (!file) throw invalid('fileId', 'unknown', 'There is no such file.')
    const format = given ?? formatOfType(file.type)
    if (!format) throw invalid('fileId', 'type', 'A file of this kind cannot be imported.')
    if (file.content.bytes > mostBytesOf(format))
      throw invalid('fileId', 'too_large', `At most ${mostBytesOf(format)} bytes can be imported at once.`)
    const asked = { dryRun, stopAtFault, mapping, ...(delimiter ? { delimiter: DELIMITERS[delimiter] } : {}) }
    const id = newId()
    await sql`insert into exchange.run (id, store_id, kind, resource, format, state, asked, asked_by, file_id, created_at, updated_at)
      values (${id}, ${ctx.storeId}, 'import', ${name}, ${format}, 'waiting', ${JSON.stringify(asked)}::jsonb, ${callerOf(ctx.actor)}, ${fileId},
        ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    await enqueue(ctx, work, { runId: id })
    const run = shown(ctx, await readRun(ctx, id))
    ctx.audit({ subject: 'exchange.run', subjectId: id, before: null, after: run })
    return run
  },
})
