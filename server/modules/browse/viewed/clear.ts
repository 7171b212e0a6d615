import { Done, Nothing, command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { forgetViewed, viewerOf } from './viewed.ts'

export const clear = command({
  id: 'browse.viewed.clear',
  summary: 'Forget what was looked at',
  rest: 'DELETE /viewed-products',
  audience: 'shop',
  access: shopper,
  input: Nothing,
  output: Done,
  async run(_, ctx) {
    await forgetViewed(ctx, viewerOf(ctx))
    return { done: true as const }
  },
})
