/**
 * No answer outlives what it was made of: whatever command was acknowledged, what is kept is what would be read anew.
 *
 * Walked from the list of operations, so that a new one is asked too. Each sample makes its rows first, then the shop is
 * looked at, then the command is sent, and all that was looked at is compared with the database.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { invokeJson } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { openShop } from '#testing/shop.ts'
import { product } from '../modules/browse/product.ts'
import { products } from '../modules/browse/products.ts'
import { estimate } from '../modules/delivery/estimate.ts'
import { ask, declared, sampleOf } from './budgets/big-shop.ts'

const shop = await openShop()
after(() => shop.close())
const call = { actor: shop.guest().actor, hint: { storeId: shop.storeId } }
const reread: Record<string, Operation> = Object.fromEntries(
  [product, products, estimate].map((operation) => [operation.id, { ...operation, kept: null } as Operation]),
)

type Asked = [operation: Operation, input: Record<string, unknown>]
/** Kept or refused: both are answers. */
const seen = (operation: Operation, input: Record<string, unknown>) =>
  invokeJson(shop.app, operation, input, call).catch((error: { code: string }) => error.code)

/** The list in both orders, the newest products, and how they are delivered. */
async function look(): Promise<Map<Asked, string>> {
  const newest: Asked = [products, { sort: { by: 'newest' }, limit: 12 }]
  const first = await seen(...newest)
  const { items } = JSON.parse(first) as { items: { slug: string }[] }
  const others: Asked[] = [
    [products, { limit: 24, withTotal: true }],
    ...items.map(({ slug }): Asked => [product, { slug }]),
  ]
  const found = new Map<Asked, string>([[newest, first]])
  for (const each of others) found.set(each, await seen(...each))
  for (const [, text] of [...found].filter(([[operation]]) => operation === product))
    for (const variantId of variantsIn(text)) {
      const delivered: Asked = [estimate, { variantId }]
      found.set(delivered, await seen(...delivered))
    }
  return found
}

/** None of a page that was refused. */
const variantsIn = (text: string): string[] =>
  text.startsWith('{')
    ? (JSON.parse(text) as { variants: { id: string }[] }).variants.map(({ id }) => id)
    : []

async function stale(asked: Iterable<Asked>): Promise<string[]> {
  const wrong: string[] = []
  for (const [operation, input] of asked)
    if ((await seen(operation, input)) !== (await seen(reread[operation.id]!, input)))
      wrong.push(`${operation.id} ${JSON.stringify(input)}`)
  return wrong
}

test('what is kept is true after each command, and after all that follows from it', async () => {
  for (let n = 0; n < 3; n++) await shop.goods()
  const moved: string[] = []
  // Shoppers first: staff's samples end what an order needs.
  const commands = [...shop.app.operations.values()].filter(({ kind }) => kind === 'command')
  for (const operation of commands.toSorted((a, b) => a.audience.localeCompare(b.audience))) {
    const input = await sampleOf(shop, operation)
    const before = await look()
    await ask(shop, operation, input).catch(declared)
    assert.deepEqual(await stale(before.keys()), [], `after ${operation.id}`)
    for (const [asked, text] of before)
      if ((await seen(...asked)) !== text) {
        moved.push(operation.id)
        break
      }
    await shop.settle()
    assert.deepEqual(await stale(before.keys()), [], `after what followed from ${operation.id}`)
    shop.clock.forward(1)
  }
  // What was seen to change an answer; fewer would say that this looks at the wrong things.
  for (const id of [
    'pricing.prices.set',
    'inventory.stock.count',
    'catalog.products.archive',
    'orders.place',
  ])
    assert.ok(moved.includes(id), `${id} changed an answer, of ${moved.join(', ')}`)
})
