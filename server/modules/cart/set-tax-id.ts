/**
 * Sets for which business somebody buys, by its tax id; null: for themselves.
 *
 * Whoever knows is asked whether the id is valid, for a few seconds; without an answer the store's settings say whether
 * tax is charged until there is one. A member's business is kept for their next cart.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, invalid } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { tidy } from '#kit/text.ts'
import { Id, Nullable, Text, Type, Version } from '#kit/types.ts'
import { TaxIdInput, keepBusiness, taxIdOf } from '../customers/index.ts'
import { askAbout, keepIdAnswer, wantIdCheck, type WantedCheck } from '../tax/index.ts'
import { Cart } from './cart.ts'
import { openToChange, touch } from './change.ts'
import { cartChanged } from './events.ts'
import { CartClosed } from './failures.ts'
import { COMPANY_NEEDED } from './fault-words.ts'
import { changesOwnCart } from './ownership.ts'
import { readCartRow } from './rows.ts'
import { toCart } from './view.ts'

interface Carry {
  cartId: string
  /** Null: there is nothing to ask. */
  check: WantedCheck | null
}

export const setTaxId = task({
  id: 'cart.setTaxId',
  summary: 'Set the business that buys, by its tax id',
  description:
    'The form and the check digits of the id are judged at once; whether it is valid is asked online, within seconds. `taxDecision` says what holds. Null: nobody buys for a business.',
  rest: 'PUT /carts/:cartId/tax-id',
  audience: 'shop',
  access: changesOwnCart,
  limit: 'cart.setTaxId',
  input: Type.Object({
    cartId: Id,
    companyName: Nullable(Text(120)),
    taxId: Nullable(TaxIdInput),
    expectedVersion: Type.Optional(Version),
  }),
  output: Cart,
  failures: [CartClosed],

  async begin({ cartId, companyName, taxId, expectedVersion }, ctx) {
    const cart = await openToChange(ctx, expectedVersion)
    if (taxId !== null && companyName === null) throw invalid('companyName', 'required', COMPANY_NEEDED)
    const business =
      taxId === null || companyName === null
        ? null
        : { companyName: tidy(companyName), taxId: taxIdOf(taxId, 'taxId').id }
    await sql`${touch(ctx, cartId, sql`, company_name = ${business?.companyName ?? null}, tax_id = ${business?.taxId ?? null}`)}`.execute(
      ctx.db,
    )
    if (business && cart.customer_id) await keepBusiness(ctx, cart.customer_id, business)
    ctx.emit(cartChanged, { ids: [cartId] })
    const check = business && (await wantIdCheck(ctx, business.taxId))
    return { resourceId: cartId, carry: { cartId, check } }
  },

  call: async ({ check }: Carry, { ctx, signal }) => (check ? askAbout(check, ctx, signal) : null),

  async settle({ cartId, check }, answer, ctx) {
    if (check) await keepIdAnswer(ctx, check, answer)
    return cartNow(cartId, ctx)
  },

  /** A repeat answers with the cart as it is; what a crash left unasked is asked by the job. */
  resume: async (cartId, ctx) => ({ done: await cartNow(cartId, ctx) }),
})

async function cartNow(cartId: string, ctx: Ctx): Promise<Cart> {
  const row = await readCartRow(ctx, sql`c.id = ${cartId}`)
  if (!row) throw NotFound({})
  return toCart(row, ctx)
}
