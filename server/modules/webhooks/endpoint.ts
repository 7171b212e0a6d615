/**
 * An endpoint: an address that hears of events, from when on, and signed with which secrets.
 *
 * Two secrets sign while one takes the place of the other. They are sealed, and told once: when they are made.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { NotFetched, publicUrl } from '#kit/public-address.ts'
import { seal } from '#kit/seal.ts'
import { Id, Instant, List, Nullable, Text, Url, Version, Words, shape, type Static } from '#kit/types.ts'

export const SECRET_PURPOSE = 'webhook secrets'
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** `failing`: its last answer was none, or not a good one. */
export const EndpointState = Words('WebhookEndpointState', 'active', 'failing', 'disabled')
/** `answer`: it said itself that it is gone (410). */
const DisabledBy = Words('WebhookDisabledBy', 'staff', 'answer')

export const EventPatterns = List(Text(80), 100, { minItems: 1 })

export const Endpoint = shape('WebhookEndpoint', {
  id: Id,
  url: Url,
  description: Nullable(Text(200)),
  /** Names of events, all of a module (`orders.*`) or all (`*`). */
  events: EventPatterns,
  state: EndpointState,
  disabledBy: Nullable(DisabledBy),
  /** Until then the secret before the present one signs too. */
  formerSecretUntil: Nullable(Instant),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
})
export type Endpoint = Static<typeof Endpoint>

export const EndpointWithSecret = shape('WebhookEndpointWithSecret', {
  endpoint: Endpoint,
  /** `whsec_` and base64, as Standard Webhooks has it. It is never told again. */
  secret: Text(100),
})

export const endpointColumns = sql`e.id, e.url, e.description, e.events, e.state, e.disabled_by as "disabledBy",
  kit.utc(e.former_until) as "formerSecretUntil", e.version, kit.utc(e.created_at) as "createdAt", kit.utc(e.updated_at) as "updatedAt"`

export async function readEndpoint(ctx: Ctx, id: string): Promise<Endpoint> {
  const { rows } = await sql<Endpoint>`
    select ${endpointColumns} from webhooks.endpoint e
    where e.store_id = ${ctx.storeId} and e.id = ${id} and e.archived_at is null`.execute(ctx.db)
  if (!rows[0]) throw NotFound({})
  return rows[0]
}

export async function lockEndpoint(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<Endpoint> {
  const { rows } = await sql<Endpoint>`
    select ${endpointColumns} from webhooks.endpoint e
    where e.store_id = ${ctx.storeId} and e.id = ${id} and e.archived_at is null for update`.execute(ctx.db)
  const [endpoint] = rows
  if (!endpoint) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== endpoint.version)
    throw StaleVersion({ currentVersion: endpoint.version })
  return endpoint
}

/** What is said when it is named; what its name leads to is looked at each time that something is sent. */
export function mustBeSendable(ctx: Ctx, url: string): void {
  const { mode, webhooksTo } = ctx.app.config
  try {
    const { protocol } = publicUrl(url, webhooksTo)
    if (mode === 'production' && protocol !== 'https:')
      throw invalid('url', 'not_https', 'Webhooks are sent to addresses that begin with https:// only.')
  } catch (error) {
    if (error instanceof NotFetched) throw invalid('url', 'not_public', error.message)
    throw error
  }
}

/** The names of all events that modules declare. */
export function eventNames(app: App): string[] {
  return app.modules.flatMap((module) => module.events.map(({ name }) => name))
}

export function mustBeEvents(ctx: Ctx, patterns: string[]): void {
  const names = eventNames(ctx.app)
  const known = new Set(['*', ...names, ...names.map((name) => `${name.split('.')[0]}.*`)])
  patterns.forEach((pattern, index) => {
    if (!known.has(pattern))
      throw invalid(`events.${index}`, 'unknown_event', `There is no event called ${pattern}.`)
  })
}

export function newSecret(ctx: Ctx): { secret: string; sealed: Buffer } {
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  return { secret, sealed: seal(ctx.app.config.secret, SECRET_PURPOSE, secret) }
}

/** Nobody has looked at the log while nobody wanted to hear of it: the first one begins where it ends now. */
export async function beginHearing(ctx: Ctx): Promise<void> {
  await sql`
    insert into webhooks.progress as p (store_id, tx, event_id, updated_at)
    values (${ctx.storeId}, pg_snapshot_xmin(pg_current_snapshot()), ${FIRST_ID}, ${ctx.now()})
    on conflict (store_id) do update set tx = excluded.tx, event_id = excluded.event_id, updated_at = excluded.updated_at
    where not exists (select from webhooks.endpoint e
      where e.store_id = p.store_id and e.archived_at is null and e.state <> 'disabled')`.execute(ctx.db)
}

/** What waits for an endpoint that hears no more is given up; it can be sent again by hand. */
export async function giveUpAll(ctx: Ctx, endpointId: string): Promise<void> {
  await sql`update webhooks.delivery set state = 'dead', ended_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and endpoint_id = ${endpointId} and ended_at is null`.execute(ctx.db)
}
