/** Each invariant is silent on true uses, and catches a fault that is planted past all guards. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readyCart } from '#testing/carts.ts'
import { newId } from '#kit/id.ts'
import { BACK } from '#testing/orders.ts'
import { coded } from '#testing/promotions.ts'
import { openShop } from '#testing/shop.ts'
import { addCode } from '../cart/add-code.ts'
import { place } from '../orders/place.ts'
import { invariants } from './invariants.ts'

const shop = await openShop()
after(() => shop.close())

const { code, codeId, promotion } = await coded(shop, {
  usageLimit: 3,
  codeLimit: 2,
  customerLimit: 1,
  sums: [{ currency: 'EUR', budgetAmount: 1000 }],
})
const cart = await readyCart(shop, shop.alice, { of: await shop.goods() })
await shop.alice.call(addCode, { cartId: cart.id, code })
await shop.alice.call(place, { cartId: cart.id, ...BACK }, { key: newId() })

const FAULTS: Record<string, string> = {
  'I19.used': `update promotions.promotion set used = 0 where id = '${promotion.id}'`,
  'I19.code': `update promotions.code set used = 2 where id = '${codeId}'`,
  'I19.customer': `update promotions.customer_use set used = 0 where promotion_id = '${promotion.id}'`,
  'I19.budget': `update promotions.sum set spent_amount = 99 where promotion_id = '${promotion.id}'`,
}

async function found(id: string, fault: string | null): Promise<unknown[]> {
  const client = await shop.app.pool.pg.connect()
  try {
    await client.query('begin')
    if (fault) await client.query(fault)
    return (await client.query(invariants.find((each) => each.id === id)!.sql)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

for (const { id, says } of invariants) {
  test(`${id}: ${says}`, async () => {
    assert.deepEqual(await found(id, null), [])
    assert.ok(FAULTS[id], `plant a fault for ${id}`)
    assert.ok((await found(id, FAULTS[id]!)).length > 0, 'the planted fault was not seen')
  })
}

test('a use is given back once and never changed; a count never passes its limit: the database itself refuses', async () => {
  const query = (text: string) => shop.app.pool.pg.query(text)
  const refused = (text: string, constraint: string) => assert.rejects(query(text), { constraint })
  await refused(
    `update promotions.redemption set amount = 1 where promotion_id = '${promotion.id}'`,
    'redemption_step',
  )
  await refused(`delete from promotions.redemption where promotion_id = '${promotion.id}'`, 'redemption_step')
  await refused(`update promotions.promotion set used = 4 where id = '${promotion.id}'`, 'promotion_limit')
  await refused(`update promotions.code set used = 3 where id = '${codeId}'`, 'code_limit')
  await refused(
    `update promotions.sum set spent_amount = 1001 where promotion_id = '${promotion.id}'`,
    'sum_budget',
  )
})
