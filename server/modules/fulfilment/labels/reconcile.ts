/**
 * Compares the store's labels with the carriers': missing here, missing there, other states or costs.
 *
 * Runs every hour over the last day as a job; by hand over any time. It changes nothing.
 */
import { sql } from 'kysely'
import { after, hours, minutes, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { job } from '#kit/jobs.ts'
import { Nothing, query } from '#kit/operation.ts'
import { system } from '#kit/policy.ts'
import { Count, Flag, Instant, Key, List, OneOf, Text, Type, shape, type Static } from '#kit/types.ts'
import { carrierPort, type Carrier, type CarrierLabel } from '../../delivery/index.ts'

const WINDOW = hours(25)
/** Younger ones may be about to be answered. */
const SETTLED_AFTER = minutes(1)
const LIST_WITHIN = seconds(60)
const MOST_COMPARED = 20_000
const MOST_TOLD = 1_000

const Difference = shape('LabelDifference', {
  kind: OneOf('missing_here', 'missing_there', 'state', 'cost'),
  carrier: Key,
  /** The id of our label, as the carrier has it. */
  key: Text(2000),
  carrierLabelId: Text(2000),
})
type Difference = Static<typeof Difference>

export const CarrierSilent = failure(
  'fulfilment.carrier_unavailable',
  503,
  Type.Object({ carrier: Key }, { additionalProperties: false }),
  {
    en: 'The carrier does not answer just now. Try again in a moment.',
    de: 'Der Versanddienst antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
    ar: 'شركة الشحن لا تستجيب الآن. حاول مرة أخرى بعد قليل.',
  },
)

export const reconcile = query({
  id: 'fulfilment.labels.reconcile',
  summary: 'Compare the store’s labels with those of its carriers',
  rest: 'GET /label-differences',
  audience: 'system',
  access: system,
  input: Type.Object({ since: Instant }),
  output: shape('LabelReconciliation', {
    compared: Count,
    differences: List(Difference, MOST_TOLD),
    /** There was more than could be compared or told; choose a later `since`. */
    incomplete: Flag,
  }),
  failures: [CarrierSilent],
  async run({ since: text }, ctx) {
    const since = new Date(text)
    const report = { compared: 0, differences: [] as Difference[], incomplete: false }
    for (const carrier of ctx.ports(carrierPort)) {
      const theirs = await listed(carrier, since)
      report.compared += theirs.length
      report.incomplete ||= theirs.length === MOST_COMPARED
      report.differences.push(...compare(carrier.name, await ours(ctx, carrier.name, since), theirs))
    }
    report.incomplete ||= report.differences.length > MOST_TOLD
    return { ...report, differences: report.differences.slice(0, MOST_TOLD) }
  },
})

interface OwnLabel {
  id: string
  state: string
  carrierLabelId: string | null
  amount: number | null
  currency: string
  isYoung: boolean
}

async function ours(ctx: Ctx, carrier: string, since: Date): Promise<OwnLabel[]> {
  const { rows } = await sql<OwnLabel>`
    select id, state, carrier_label_id as "carrierLabelId", cost_amount as amount, currency, created_at > ${after(ctx.now(), -SETTLED_AFTER)} as "isYoung"
    from fulfilment.label where store_id = ${ctx.storeId} and carrier = ${carrier} and created_at >= ${since}
    order by created_at limit ${MOST_COMPARED}`.execute(ctx.db)
  return rows
}

async function listed(carrier: Carrier, since: Date): Promise<CarrierLabel[]> {
  const found: CarrierLabel[] = []
  try {
    for await (const label of carrier.labels(since, AbortSignal.timeout(LIST_WITHIN))) {
      found.push(label)
      if (found.length === MOST_COMPARED) break
    }
  } catch (error) {
    throw CarrierSilent({ carrier: carrier.name }, { cause: error })
  }
  return found
}

function compare(carrier: string, here: OwnLabel[], there: CarrierLabel[]): Difference[] {
  const own = new Map(here.map((label) => [label.id, label]))
  const theirs = new Set(there.map(({ key }) => key))
  const differences: Difference[] = []
  for (const { id, key, state, cost } of there) {
    const told = (kind: Difference['kind']) => differences.push({ kind, carrier, key, carrierLabelId: id })
    const label = own.get(key)
    // One that is still asked for is found by the sweep.
    if (!label || label.state === 'refused') told('missing_here')
    else if (label.state === 'asked' || label.state === 'voiding') continue
    else if (label.state !== state) told('state')
    else if (label.amount !== cost.amount || label.currency !== cost.currency) told('cost')
  }
  for (const { id, carrierLabelId, isYoung } of here)
    if (carrierLabelId && !isYoung && !theirs.has(id))
      differences.push({ kind: 'missing_there', carrier, key: id, carrierLabelId })
  return differences
}

export const compareHourly = job({
  name: 'fulfilment.compareLabels',
  payload: Nothing,
  everyMs: hours(1),
  transaction: 'free',
  async run(_, ctx) {
    if (ctx.ports(carrierPort).length === 0) return
    const since = new Date(ctx.now().getTime() - WINDOW).toISOString()
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    const { differences } = await ctx.app.invoke(reconcile, { since }, call)
    if (differences.length > 0)
      ctx.log.error({ differences: differences.slice(0, 20) }, 'labels differ from their carrier’s')
  },
})
