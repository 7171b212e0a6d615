/** Answers of the tax provider, asked for behind the shopper's back and kept by their question. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { after, days, minutes, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { Ids, event, on } from '#kit/event.ts'
import { newId } from '#kit/id.ts'
import { enqueue, job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import {
  isTaxUnavailable,
  readAnswer,
  taxProvider,
  type TaxAnswer,
  type TaxProvider,
  type TaxQuestion,
} from './provider.ts'

/** Longer nobody looks at a cart's total before the next one comes. */
const ANSWER_WITHIN = seconds(5)
const AT_ONCE = 10
/** A cart that is looked at again later asks anew. */
const KEEP = days(7)
const CHUNK = 10_000

/** A tax provider is to be asked; `ids` are those of the quotes. */
export const quotesWanted = event('tax.quotesWanted', Ids)

/** Undefined: the store computes by its own rates alone. */
export const providerOf = (ctx: Ctx): TaxProvider | undefined => ctx.ports(taxProvider)[0]

const fingerprintOf = (question: TaxQuestion) =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url')

/** Null: not asked, or not answered. */
export async function quoteOf(
  ctx: Ctx,
  { name }: TaxProvider,
  question: TaxQuestion,
): Promise<TaxAnswer | null> {
  const { rows } = await sql<{ answer: TaxAnswer | null }>`
    select answer from tax.quote where store_id = ${ctx.storeId} and provider = ${name} and fingerprint = ${fingerprintOf(question)}`.execute(
    ctx.db,
  )
  return rows[0]?.answer ?? null
}

/** Writes down what the provider is to be asked; who is being asked already is not asked twice. */
export async function wantQuote(ctx: Ctx, { name }: TaxProvider, question: TaxQuestion): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into tax.quote as q (id, store_id, provider, fingerprint, question, state, wanted_at)
    values (${newId()}, ${ctx.storeId}, ${name}, ${fingerprintOf(question)}, ${JSON.stringify(question)}::jsonb, 'wanted', ${ctx.now()})
    on conflict on constraint quote_once do update set state = 'wanted', wanted_at = excluded.wanted_at where q.state = 'failed'
    returning id`.execute(ctx.db)
  if (rows[0]) ctx.emit(quotesWanted, { ids: [rows[0].id] })
}

export const askForQuotes = on(quotesWanted, 'tax.askForQuotes', async (_, ctx) => {
  await enqueue(ctx, ask, {}, { key: `tax.ask:${ctx.storeId}` })
})

/** Asks the provider what is wanted, once; what it does not answer is wanted again by the next change of such a cart. */
export const ask = job({
  name: 'tax.ask',
  payload: Nothing,
  everyMs: minutes(1), // what a crash left behind
  transaction: 'free',
  async run(_, ctx) {
    const provider = providerOf(ctx)
    if (!provider) return
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (let wanted = AT_ONCE; wanted === AT_ONCE && !ctx.signal.aborted;) {
      const questions = await ctx.app.inTransaction(call, wantedNow)
      wanted = questions.length
      const answers = await Promise.all(
        questions.map(async ({ id, question }) => ({ id, answer: await answerOf(provider, question, ctx) })),
      )
      if (wanted > 0) await ctx.app.inTransaction(call, (own) => keepAnswers(own, answers))
    }
  },
})

async function wantedNow(ctx: Ctx): Promise<{ id: string; question: TaxQuestion }[]> {
  const { rows } = await sql<{ id: string; question: TaxQuestion }>`
    select id, question from tax.quote where store_id = ${ctx.storeId} and state = 'wanted'
    order by wanted_at, id limit ${AT_ONCE}`.execute(ctx.db)
  return rows
}

async function keepAnswers(ctx: Ctx, answers: { id: string; answer: TaxAnswer | null }[]): Promise<void> {
  await sql`
    update tax.quote q set state = case when a.answer is null then 'failed' else 'answered' end, answer = a.answer, answered_at = ${ctx.now()}
    from (select id, nullif(answer, 'null'::jsonb) as answer from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as x(id uuid, answer jsonb)) a
    where q.store_id = ${ctx.storeId} and q.id = a.id and q.state = 'wanted'`.execute(ctx.db)
}

async function answerOf(provider: TaxProvider, question: TaxQuestion, ctx: Ctx): Promise<TaxAnswer | null> {
  try {
    const deadline = AbortSignal.any([ctx.signal, AbortSignal.timeout(ANSWER_WITHIN)])
    return readAnswer(question, await provider.quote(question, deadline))
  } catch (error) {
    if (!isTaxUnavailable(error)) throw error
    ctx.log.warn({ provider: provider.name, reason: error.message }, 'no quote from the tax provider')
    return null
  }
}

export const purge = job({
  name: 'tax.purge',
  payload: Nothing,
  cron: '50 3 * * *',
  async run(_, ctx) {
    await sql`delete from tax.quote where store_id = ${ctx.storeId} and id in (
      select id from tax.quote where store_id = ${ctx.storeId} and wanted_at < ${after(ctx.now(), -KEEP)}
      order by wanted_at limit ${CHUNK})`.execute(ctx.db)
  },
})
