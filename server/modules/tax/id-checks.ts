/**
 * Whether tax ids were given to anybody: asked once for all who use one, kept with the answer as evidence.
 *
 * Who enters an id waits for its answer, for so long as `ANSWER_WITHIN` says; everything else is asked behind the
 * shopper's back. What was not answered is asked again by the job, in the same row.
 */
import { sql, type RawBuilder } from 'kysely'
import { after, days, minutes, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { Ids, event, on } from '#kit/event.ts'
import { enqueue, job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { readIdAnswer, taxIdCheck, type IdAnswer, type TaxIdCheck } from './id-check.ts'
import { isTaxUnavailable } from './provider.ts'
import type { HeldCheck } from './relief.ts'
import { taxSnapshot } from './tax.ts'

/** A shopper looks at the button that long; longer than offices usually take. */
const ANSWER_WITHIN = seconds(4)
/** Offices are away for minutes or for a night. */
const AGAIN_AFTER = minutes(10)
const GIVE_UP_AFTER = days(7)
const AT_ONCE = 10

/** Somebody is to be asked about tax ids; `ids` are those of the checks. */
export const idChecksWanted = event('tax.idChecksWanted', Ids)
/** Tax ids were answered for; `ids` are those of the checks. */
export const idsChecked = event('tax.idsChecked', Ids)

export interface WantedCheck {
  id: string
  taxId: string
  requester: string | null
}

const checkOf = (ctx: Pick<Ctx, 'ports'>): TaxIdCheck | undefined => ctx.ports(taxIdCheck)[0]

/** As JSON, or null: what is known of an id, for a statement that has it as `taxId`. */
export function heldCheck(
  store: RawBuilder<unknown>,
  taxId: RawBuilder<unknown>,
): RawBuilder<HeldCheck | null> {
  return sql<HeldCheck | null>`case when ${taxId} is not null then (
      select json_build_object('id', k.id, 'state', k.state, 'answeredAt', kit.utc(k.answered_at), 'consultationNumber', k.consultation_number)
      from tax.id_check k where k.store_id = ${store} and k.tax_id = ${taxId} order by k.answered_at desc nulls last limit 1) end`
}

/** Writes down that an id is to be asked about; null: nobody can be asked, or the answer is fresh. */
export async function wantIdCheck(ctx: Ctx, taxId: string): Promise<WantedCheck | null> {
  const provider = checkOf(ctx)
  if (!provider) return null
  const { exemption } = await ctx.app.snapshots.read(taxSnapshot, ctx)
  const { rows } = await sql<WantedCheck>`
    insert into tax.id_check as k (id, store_id, tax_id, requester, provider, state, wanted_at)
    select ${ctx.id()}, ${ctx.storeId}, ${taxId}, ${exemption.ownTaxId}, ${provider.name}, 'wanted', ${ctx.now()}
    where not exists (select from tax.id_check where store_id = ${ctx.storeId} and tax_id = ${taxId}
      and answered_at > ${after(ctx.now(), -days(exemption.idCheckDays))})
    on conflict (store_id, tax_id) where answered_at is null
      do update set state = 'wanted', asked_at = null, wanted_at = case when k.wanted_at < ${after(ctx.now(), -GIVE_UP_AFTER)} then excluded.wanted_at else k.wanted_at end, requester = excluded.requester, provider = excluded.provider
    returning id, tax_id as "taxId", requester`.execute(ctx.db)
  return rows[0] ?? null
}

/** The same where nobody waits for it. */
export async function askBehind(ctx: Ctx, taxId: string): Promise<void> {
  const wanted = await wantIdCheck(ctx, taxId)
  if (wanted) ctx.emit(idChecksWanted, { ids: [wanted.id] })
}

/** Asks outside of any transaction. Null: no answer in time, or none that can be used. */
export async function askAbout(
  wanted: WantedCheck,
  ctx: Pick<Ctx, 'ports' | 'log'>,
  signal: AbortSignal,
): Promise<IdAnswer | null> {
  const provider = checkOf(ctx)
  if (!provider) return null
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN)])
  try {
    return readIdAnswer(await provider.check({ taxId: wanted.taxId, requester: wanted.requester }, deadline))
  } catch (error) {
    if (!isTaxUnavailable(error)) throw error
    ctx.log.warn({ provider: provider.name, reason: error.message }, 'no answer about a tax id')
    return null
  }
}

/** An answer that came twice is kept once. */
export async function keepIdAnswer(ctx: Ctx, wanted: WantedCheck, answer: IdAnswer | null): Promise<void> {
  const state = answer === null ? 'unanswered' : answer.valid ? 'valid' : 'invalid'
  const { rows } = await sql<{ id: string }>`
    update tax.id_check set state = ${state}, asked_at = ${ctx.now()}, answered_at = ${answer && ctx.now()}, consultation_number = ${answer?.consultationNumber ?? null},
      trader_name = ${answer?.traderName ?? null}, trader_address = ${answer?.traderAddress ?? null}
    where store_id = ${ctx.storeId} and id = ${wanted.id} and answered_at is null returning id`.execute(
    ctx.db,
  )
  if (answer && rows[0]) ctx.emit(idsChecked, { ids: [wanted.id] })
}

export const askForIds = on(idChecksWanted, 'tax.askForIds', async (_, ctx) => {
  await enqueue(ctx, checkIds, {}, { key: `tax.checkIds:${ctx.storeId}` })
})

/** Asks about what is wanted, and again about what was not answered. */
export const checkIds = job({
  name: 'tax.checkIds',
  payload: Nothing,
  everyMs: AGAIN_AFTER,
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    const due = await ctx.app.inTransaction(call, dueNow)
    for (const wanted of due) {
      if (ctx.signal.aborted) return
      const answer = await askAbout(wanted, ctx, ctx.signal)
      await ctx.app.inTransaction(call, (own) => keepIdAnswer(own, wanted, answer))
    }
    if (due.length === AT_ONCE) await ctx.app.inTransaction(call, (own) => enqueue(own, checkIds, {}))
  },
})

/** Those that were asked about longest ago first; each goes behind the others then. */
async function dueNow(ctx: Ctx): Promise<WantedCheck[]> {
  const { rows } = await sql<WantedCheck>`
    select id, tax_id as "taxId", requester from tax.id_check
    where store_id = ${ctx.storeId} and answered_at is null and wanted_at > ${after(ctx.now(), -GIVE_UP_AFTER)}
      and (asked_at is null or asked_at <= ${after(ctx.now(), -AGAIN_AFTER)})
    order by asked_at nulls first, id limit ${AT_ONCE}`.execute(ctx.db)
  return rows
}
