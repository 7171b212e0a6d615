import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { CodeLimit, CodeWord, PromotionCode, mustTakeCodes, writeCodes } from './code.ts'

export const create = command({
  id: 'promotions.codes.create',
  summary: 'Add a code of your own words',
  description: 'Shoppers may write it in small letters or capitals.',
  rest: 'POST /promotions/:promotionId/codes',
  audience: 'staff',
  access: permission('promotions.write'),
  status: 201,
  input: Type.Object({ promotionId: Id, code: CodeWord, usageLimit: Type.Optional(CodeLimit) }),
  output: PromotionCode,
  async run({ promotionId, code, usageLimit = null }, ctx) {
    await mustTakeCodes(ctx, promotionId)
    const [made] = await writeCodes(ctx, promotionId, [code], usageLimit)
    if (!made) throw invalid('code', 'taken', 'There is a code of these words already.')
    ctx.audit({ subject: 'promotions.code', subjectId: made.id, before: null, after: made })
    return made
  },
})
