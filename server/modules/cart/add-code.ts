/**
 * Enters a code for a promotion.
 *
 * It is kept only if it holds for the cart as it is. Later it stays, whatever becomes of the
 * cart, and `codes` says each time whether it still holds. Guessing is limited
 * by caller, and by address, for whoever would be a new guest each time.
 */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { CodeUnknown, codeRefusals, enteredCode, refusalOf } from '../promotions/index.ts'
import { Cart, MOST_CODES } from './cart.ts'
import { openToChange, touch, touchedAt } from './change.ts'
import { cartChanged } from './events.ts'
import { CartClosed } from './failures.ts'
import { SAME_PROMOTION, tooManyCodes } from './fault-words.ts'
import { changesOwnCart } from './ownership.ts'
import { price } from './priced.ts'
import { askForTaxes } from './quoted.ts'
import { readCartRow } from './rows.ts'
import { viewOf } from './view.ts'

export const addCode = command({
  id: 'cart.addCode',
  summary: 'Enter a code for a promotion',
  rest: 'POST /carts/:cartId/codes',
  audience: 'shop',
  access: changesOwnCart,
  limit: 'cart.addCode',
  input: Type.Object({ cartId: Id, code: Text(80), expectedVersion: Type.Optional(Version) }),
  output: Cart,
  failures: [CartClosed, ...codeRefusals],

  async run({ cartId, code, expectedVersion }, ctx) {
    if (ctx.address) await ctx.app.limits.take('cart.addCode.address', ctx.address, ctx.now())
    const cart = await openToChange(ctx, expectedVersion)
    const entered = await enteredCode(code, ctx)
    if (!entered) throw CodeUnknown({})
    const before = (await readCartRow(
      ctx,
      sql`c.id = ${cartId}`,
      sql`with touched as (${touch(ctx, cartId)}), put as (
        insert into cart.code (store_id, cart_id, code_id, created_at) values (${ctx.storeId}, ${cartId}, ${entered.codeId}, ${ctx.now()})
        on conflict do nothing)`,
    ))!
    const others = before.codes.filter((each) => each.codeId !== entered.codeId)
    if (others.length >= MOST_CODES) throw invalid('code', 'too_many', tooManyCodes(MOST_CODES))
    if (others.some((each) => each.promotionId === entered.promotionId))
      throw invalid('code', 'same_promotion', SAME_PROMOTION)
    const priced = await price({ ...before, codes: [...others, entered], ...touchedAt(ctx, cart) }, ctx)
    const refusal = refusalOf(priced.weighed, entered.promotionId, cart.currency)
    if (refusal) throw refusal
    ctx.emit(cartChanged, { ids: [cartId] })
    await askForTaxes(ctx, priced)
    return viewOf(priced, ctx)
  },
})
