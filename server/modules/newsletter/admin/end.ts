/** For somebody who wrote or called: no more letters, and their address is erased. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { Done, command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { endIt, lockOne } from '../subscription.ts'

export const end = command({
  id: 'newsletter.admin.end',
  summary: 'End the letters to somebody',
  rest: 'DELETE /newsletter/subscriptions/:subscriptionId',
  audience: 'staff',
  access: permission('newsletter.write'),
  input: Type.Object({ subscriptionId: Id }),
  output: Done,
  async run({ subscriptionId }, ctx) {
    const held = await lockOne(ctx, sql`s.id = ${subscriptionId}`)
    if (!held) throw NotFound({})
    await endIt(ctx, held, 'staff')
    ctx.audit({
      subject: 'newsletter.subscription',
      subjectId: held.id,
      before: { state: held.state },
      after: { state: 'ended' },
    })
    return { done: true as const }
  },
})
