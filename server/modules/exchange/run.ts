/** A run: an import or an export that staff asked for, as they watch it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, minutes } from '#kit/clock.ts'
import { NotFound } from '#kit/failure.ts'
import { can, type Actor } from '#kit/policy.ts'
import {
  Count,
  Flag,
  Id,
  Instant,
  Key,
  Link,
  List,
  Nullable,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { actingAs } from '../identity/index.ts'
import { linkFor } from '../media/index.ts'
import { resourceNamed } from './resources.ts'

export const RunKind = Words('ExchangeRunKind', 'import', 'export')
export const RunState = Words('ExchangeRunState', 'waiting', 'running', 'done', 'failed', 'cancelled')
export const FileFormat = Words('ExchangeFileFormat', 'csv', 'json', 'jsonl', 'xlsx')
export type FileFormat = Static<typeof FileFormat>

/** Long enough to click on it; another one comes with the next look. */
const LINK_LIVES = minutes(15)

const ColumnMapping = shape(
  'ExchangeColumnMapping',
  { from: Text(200), to: Nullable(Text(100)) },
  { description: 'The file’s column `from` is the resource’s column `to`; null leaves it out.' },
)
export const Mapping = List(ColumnMapping, 500)
export type Mapping = Static<typeof Mapping>

export const ExchangeRun = shape('ExchangeRun', {
  id: Id,
  kind: RunKind,
  resource: Key,
  format: FileFormat,
  state: RunState,
  /** An import that only says what it would do. */
  dryRun: Flag,
  rowsDone: Count,
  rowsCreated: Count,
  rowsChanged: Count,
  rowsSame: Count,
  rowsFaulty: Count,
  /** A row may have several. */
  faultCount: Count,
  /** Why it failed as a whole. */
  failureCode: Nullable(Key),
  failureMessage: Nullable(Text(500)),
  /** What an export wrote; for those who may see the resource, good for a quarter of an hour. */
  fileUrl: Nullable(Link),
  /** Row, column, code and message of every fault, as CSV. */
  faultsUrl: Nullable(Link),
  askedBy: Text(80),
  createdAt: Instant,
  endedAt: Nullable(Instant),
  version: Version,
})
export type ExchangeRun = Static<typeof ExchangeRun>

export interface RunRow extends Omit<ExchangeRun, 'fileUrl' | 'faultsUrl' | 'dryRun'> {
  asked: {
    dryRun?: boolean
    mapping?: Mapping
    delimiter?: string
    stopAtFault?: boolean
    narrow?: Record<string, string>
  }
  fileId: string | null
  faultsFileId: string | null
}

export const columns = sql`r.id, r.kind, r.resource, r.format, r.state, r.asked, r.rows_done as "rowsDone", r.rows_created as "rowsCreated",
  r.rows_changed as "rowsChanged", r.rows_same as "rowsSame", r.rows_faulty as "rowsFaulty", r.fault_count as "faultCount",
  r.failure_code as "failureCode", r.failure_message as "failureMessage", r.file_id as "fileId", r.faults_file_id as "faultsFileId",
  r.asked_by as "askedBy", kit.utc(r.created_at) as "createdAt", kit.utc(r.ended_at) as "endedAt", r.version`

export async function readRun(ctx: Ctx, id: string): Promise<RunRow> {
  const { rows } = await sql<RunRow>`
    select ${columns} from exchange.run r where r.store_id = ${ctx.storeId} and r.id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  return found
}

/** As the one who asks may see it: files only with the right to the resource itself. */
export function shown(ctx: Ctx, { asked, fileId, faultsFileId, ...run }: RunRow): ExchangeRun {
  const resource = resourceNamed(ctx.app, run.resource)
  const may = resource !== undefined && can(ctx.actor, resource.permissions.read)
  const link = (id: string | null) =>
    may && id !== null ? linkFor(ctx.app, id, after(ctx.now(), LINK_LIVES)) : null
  return {
    ...run,
    dryRun: asked.dryRun ?? false,
    fileUrl: run.kind === 'export' ? link(fileId) : null,
    faultsUrl: link(faultsFileId),
  }
}

/** Work is done in the name of whoever asked for it, with the rights that they have when it is done. */
export async function actorOf(ctx: Ctx, askedBy: string): Promise<Actor | null> {
  const [kind, name] = askedBy.split(':')
  return kind === 'system' && name !== undefined ? { kind: 'system', name } : actingAs(ctx, askedBy)
}
