/**
 * G3: 200 buyers want 50 sets at the same moment, ten rounds.
 *
 * Each cart holds three lines in random order; two of them are variants on one stock
 * item. Exactly 50 orders come to be, the stock is used up to the last piece, and
 * everybody else gets a 409 problem document.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { newId } from '#kit/id.ts'
import { openShop, type Goods, type Shop } from '#testing/shop.ts'
import { addItem } from '../modules/cart/add-item.ts'
import { create } from '../modules/cart/create.ts'
import { setDetails } from '../modules/cart/set-details.ts'
import { startGuest } from '../modules/identity/start-guest.ts'
import { createHttp } from '../surfaces/http.ts'
import { randomFrom, shuffle } from './random.ts'

const BUYERS = 200
const SETS = 50
const ROUNDS = Number(process.env['PROOF_ROUNDS'] ?? 10)
const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const shop = await openShop({ poolSize: 20 })
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})

for (let round = 1; round <= ROUNDS; round++) {
  test(`round ${round}: ${BUYERS} buyers on ${SETS} sets make exactly ${SETS} orders (seed ${seed})`, async () => {
    const random = randomFrom(seed + round)
    const cup = await shop.goods({ name: 'Cup', price: 1200, stock: SETS * 2 })
    const gift = await sharing(shop, cup)
    const saucer = await shop.goods({ name: 'Saucer', price: 700, stock: SETS })
    const buyers = []
    for (let n = 0; n < BUYERS; n++) buyers.push(await ready(shop, shuffle([cup, gift, saucer], random)))

    const answers = await Promise.all(buyers.map((buyer) => place(http, buyer)))

    const placed = answers.filter((answer) => answer.status === 201)
    const refused = answers.filter((answer) => answer.status !== 201)
    assert.deepEqual(
      [...new Set(refused.map((answer) => `${answer.status} ${answer.type} ${answer.code}`))],
      ['409 application/problem+json cart.out_of_stock'],
    )
    assert.equal(placed.length, SETS)
    assert.deepEqual(await shop.onHand(cup.variantId), { onHand: SETS * 2, reserved: SETS * 2, available: 0 })
    assert.deepEqual(await shop.onHand(saucer.variantId), { onHand: SETS, reserved: SETS, available: 0 })
    await shop.invariants()
  })
}

test('many connections at once never share the last piece', async () => {
  const last = await shop.goods({ stock: 1 })
  const buyers = []
  for (let n = 0; n < 50; n++) buyers.push(await ready(shop, [last]))
  const answers = await Promise.all(buyers.map((buyer) => place(http, buyer)))
  assert.equal(answers.filter((answer) => answer.status === 201).length, 1)
  await shop.invariants()
})

/** Another variant on the same stock item, such as the cup in a gift box. */
async function sharing(shop: Shop, goods: Goods): Promise<Goods> {
  const other = await shop.goods({ name: 'Cup in a box', price: 1500, stock: 0 })
  await shop.inside(async (ctx) => {
    await sql`update inventory.variant_item set item_id = (select item_id from inventory.variant_item where store_id = ${ctx.storeId} and variant_id = ${goods.variantId})
      where store_id = ${ctx.storeId} and variant_id = ${other.variantId}`.execute(ctx.db)
  })
  return other
}

interface Buyer {
  token: string
  cartId: string
}

async function ready(shop: Shop, lines: Goods[]): Promise<Buyer> {
  const { token } = await shop.app.invoke(startGuest, {}, { hint: { storeId: shop.storeId } })
  const call = { credentials: { bearerToken: token }, hint: { storeId: shop.storeId } }
  const { id: cartId } = await shop.app.invoke(create, {}, call)
  for (const { variantId } of lines) await shop.app.invoke(addItem, { cartId, variantId, quantity: 1 }, call)
  await shop.app.invoke(
    setDetails,
    {
      cartId,
      email: 'buyer@example.com',
      deliveryMethodId: shop.methodId,
      shippingAddress: {
        name: 'Bea Buyer',
        line1: 'Street 1',
        postalCode: '10115',
        city: 'Berlin',
        country: 'DE',
      },
    },
    call,
  )
  return { token, cartId }
}

async function place(
  http: FastifyInstance,
  { token, cartId }: Buyer,
): Promise<{ status: number; type: string; code: string }> {
  const answer = await http.inject({
    method: 'POST',
    url: '/v1/orders',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId() },
    payload: { cartId, paymentMethod: 'sandbox', returnUrl: '/checkout/return', cancelUrl: '/checkout' },
  })
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type']),
    code: (answer.json() as { code?: string }).code ?? '',
  }
}
