/** Makes many codes at once, each of its own and not to be guessed. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Int, List, Type, shape } from '#kit/types.ts'
import { CodeLimit, CodeWord, PromotionCode, mustTakeCodes, unguessable, writeCodes } from './code.ts'

const MOST_AT_ONCE = 1000

export const generate = command({
  id: 'promotions.codes.generate',
  summary: 'Make many codes that nobody can guess',
  description: 'Each is the prefix and twelve letters and digits; by default each may be used once.',
  rest: 'POST /promotions/:promotionId/codes/batch',
  audience: 'staff',
  access: permission('promotions.write'),
  status: 201,
  input: Type.Object({
    promotionId: Id,
    prefix: Type.Optional(CodeWord),
    count: Int(1, MOST_AT_ONCE),
    usageLimit: Type.Optional(CodeLimit),
  }),
  output: shape('PromotionCodes', { items: List(PromotionCode, MOST_AT_ONCE) }),
  async run({ promotionId, prefix = '', count, usageLimit = 1 }, ctx) {
    await mustTakeCodes(ctx, promotionId)
    const items: PromotionCode[] = []
    while (items.length < count) {
      const wanted = Array.from({ length: count - items.length }, () => unguessable(prefix.slice(0, 60)))
      items.push(...(await writeCodes(ctx, promotionId, wanted, usageLimit)))
    }
    ctx.audit({
      subject: 'promotions.promotion',
      subjectId: promotionId,
      before: null,
      after: { codesMade: count },
    })
    return { items }
  },
})
