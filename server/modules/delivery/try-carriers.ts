/** Tries all ways of delivery on a basket, and asks the carriers what they would take for it. Nothing is kept but who asked. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { askCarriers } from './carriers/ask.ts'
import { questionsFor } from './carriers/live.ts'
import { DeliveryWhy, trialOf, triedInput, verdictOf, type Trial, type TriedInput } from './trying.ts'

export const tryCarriers = task({
  id: 'delivery.tryCarriers',
  summary: 'How a basket could be delivered, with what carriers ask for it now',
  description: 'A carrier that does not answer in time, or says what cannot be, leaves `pricedBy: fallback`.',
  rest: 'POST /delivery/try-carriers',
  audience: 'staff',
  access: permission('delivery.read'),
  input: Type.Object(triedInput),
  output: DeliveryWhy,
  async begin(input, ctx) {
    const id = ctx.id()
    ctx.audit({ subject: 'delivery.trial', subjectId: id, before: null, after: input })
    return { resourceId: id, carry: await trialOf(input, ctx) }
  },
  call: ({ rules, asked }: Trial, { ctx }) => askCarriers(questionsFor(rules, asked), ctx),
  settle: async (trial, quotes) => verdictOf(trial, quotes),
  /** A repeat asks again, as nothing was changed. */
  async resume(id, ctx) {
    const { rows } = await sql<{ after: TriedInput }>`
      select after from kit.audit where store_id = ${ctx.storeId} and subject_id = ${id}`.execute(ctx.db)
    if (!rows[0]) throw NotFound({})
    return { carry: await trialOf(rows[0].after, ctx) }
  },
})
