/**
 * Lists stay quick however much there is: each is asked with every filter and every order it offers, in a shop with
 * thousands of each thing, beside another one as large.
 *
 * What tells is not the clock but how many rows PostgreSQL looked at, and how many statements were sent. A list
 * without an index for what it offers reads the table, or all that the store has in it, and turns this red.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { matrix } from '#testing/matrix.ts'
import { edgesOf, withEdges } from '../../surfaces/expand.ts'
import { ask, openBigShop } from './big-shop.ts'
import { everyEdge } from './every-edge.ts'
import {
  answeredRun,
  besideMany,
  changedPrices,
  expectedItems,
  faultyRun,
  fullList,
  sharedThings,
  inBottles,
  inSizes,
  withEnquiries,
  withKeys,
  withLabels,
  withLines,
} from './furnish.ts'
import { isList, isPaged, listCalls, plainInput } from './list-calls.ts'
import { SWEEPS } from './measure.ts'
import { rowsRead, told } from './plans.ts'
import { writtenDocument } from '../samples/content.ts'

/** Of a page of ten with all that belongs to them. Each thing is there two thousand times in this store alone. */
const MOST_ROWS = 500

/** So often PostgreSQL plans a named statement anew; then it may keep one plan for whatever comes. */
const ASKED_BEFORE = 6

/** Written in the code or the settings: no shop has more of them. */
const AS_MANY_EVERYWHERE = new Set([
  'identity.permissions.list',
  'payments.methods',
  'content.menus.list',
  'system.schedules.list',
  'settings.currencies.list',
  'settings.locales.list',
  'pricing.conversions.list',
  'fulfilment.carriers.list',
  'exchange.resources.list',
])

/** What has to be named to be listed. */
const OF_SEVERAL: Record<string, (count: number) => Promise<Record<string, unknown>>> = {
  'pricing.prices.list': async (count) => ({ variantIds: await changedPrices(shop, count) }),
  'inventory.expected.list': async (count) => ({ itemIds: await expectedItems(shop, count) }),
  'content.revisions.list': (count) => writtenDocument(shop, count),
  'delivery.sizes.list': async (count) => ({ variantIds: await changedPrices(shop, count) }),
  'exchange.runs.faults': async () => ({ runId: await faultyRun(shop) }),
  'catalog.related.list': async (count) => ({ productId: (await besideMany(shop, count)).productId }),
  'browse.related': async (count) => ({ slug: (await besideMany(shop, count)).slug }),
  'fulfilment.keys.list': async (count) => ({ variantId: await withKeys(shop, count) }),
  'exchange.runs.results': async (count) => ({ runId: await answeredRun(shop, count) }),
  'pricing.deposits.assigned': async (count) => ({ variantId: await inBottles(shop, count) }),
  'enquiries.list': async (count) => ({ orderId: await withEnquiries(shop, count) }),
  'orders.admin.taxes': async (count) => ({ orderId: await withLines(shop, count) }),
  'fulfilment.sources.list': async (count) => ({ orderId: await withLines(shop, count) }),
  'fulfilment.labels.list': async (count) => ({ shipmentId: await withLabels(shop, count) }),
  'wishlists.lists.get': async (count) => ({ listId: (await fullList(shop, count)).listId }),
  'cart.shared': async (count) => ({ token: await sharedThings(shop, count) }),
  'wishlists.shared': async (count) => ({ token: (await fullList(shop, count)).token }),
  'catalog.variants.list': async (count) => ({ productId: await inSizes(shop, count) }),
  'browse.variants': async (count) => ({
    slug: (await matrix(shop, { name: `made-${newId()}`, colours: count + 1, sizes: 1 })).slug,
  }),
  'pricing.prices.history': async () => ({ variantId: (await changedPrices(shop, 1))[0] }),
}
/** With more than `MOST_ROWS` for a reason. */
const MORE: Record<string, { rows: number; reason: string }> = {
  'catalog.options.list as it comes': {
    rows: 1000,
    reason: 'It comes as a whole: all choices with their values.',
  },
  'browse.products q': {
    rows: 1000,
    reason: 'Of words that nobody wrote, those alike are looked at; copies are.',
  },
  'browse.search q': { rows: 1000, reason: 'The same.' },
}
const WALKED =
  'Walked along its order until a page is full, as most of what is asked for is common; what nearly nothing has is looked for to the end.'
const EXCEPT: Record<string, string> = {
  'browse.search category[eq]': WALKED,
  'browse.search price[lte]': WALKED,
  'browse.search price[gte]': WALKED,
  'browse.search facets':
    'Counts all that is for sale, once for everybody until the read model changes; here nothing is kept.',
  'inventory.levels.list availableAtMost':
    'The sum over all places changes with each order; an index on it would cost every order more than staff gain.',
}

const big = await openBigShop()
const { shop, plans } = big
const edges = edgesOf(shop.app)
const lists = [...shop.app.operations.values()].filter(isList).filter(({ id }) => !SWEEPS[id])
const inSmallShop = new Map<string, Asked>()
for (const operation of lists) inSmallShop.set(operation.id, await askedWithEdges(operation, 1))
await big.grow()
after(() => big.close())

test('there are lists', () => assert.ok(lists.length > 20))

for (const operation of lists) {
  test(`${operation.id} finds its rows by an index, with each filter and in each order`, async () => {
    const faults: string[] = []
    for (const { says, input } of await listCalls(shop, operation)) {
      for (const page of await pagesOf(operation, says, input)) {
        for (let n = 0; n < ASKED_BEFORE; n++) await ask(shop, operation, page)
        const scans = await plans.scansOf(() => ask(shop, operation, page))
        const greedy = scans.filter(({ inVain, read }) => inVain || read > MOST_ROWS / 2)
        const asked = `${operation.id} ${says.split('=')[0]}`
        if (EXCEPT[asked]) continue
        if (rowsRead(scans) > (MORE[asked]?.rows ?? MOST_ROWS) || greedy.some(({ inVain }) => inVain))
          faults.push(
            `${says}${page['after'] ? ', next page' : ''}: ${rowsRead(scans)} rows; ${told(greedy)}`,
          )
      }
    }
    assert.ok(faults.length === 0, `\n${faults.join('\n')}`)
  })
}

for (const operation of lists) {
  test(`${operation.id} sends as many statements for many rows as for few, with all that can be expanded`, async () => {
    const few = isPaged(operation) ? await askedWithEdges(operation, 1) : inSmallShop.get(operation.id)!
    const many = await askedWithEdges(operation, 20)
    if (!AS_MANY_EVERYWHERE.has(operation.id))
      assert.ok(many.rows > few.rows, `there were ${few.rows}, then ${many.rows}`)
    assert.equal(many.statements, few.statements, many.texts.join('\n'))
  })
}

interface Asked {
  rows: number
  statements: number
  texts: string[]
}

/** A list that comes as a whole takes no limit: it is asked before the shop is grown, and after. */
async function askedWithEdges(operation: Operation, limit: number): Promise<Asked> {
  const wanted = everyEdge(operation.output, edges)
  const whole = wanted.size > 0 ? withEdges(operation, wanted, edges) : operation
  const plain = await plainInput(shop, operation, limit)
  const input = { ...plain, ...(await OF_SEVERAL[operation.id]?.(limit)) }
  // The least of several: what is kept in memory is read anew now and then.
  const tries: Asked[] = []
  for (let n = 0; n < 3; n++) {
    const statements = { count: 0, texts: [] as string[] }
    const { items } = (await ask(shop, whole, input, statements)) as { items: unknown[] }
    tries.push({ rows: items.length, statements: statements.count, texts: statements.texts })
  }
  return tries.reduce((least, each) => (each.statements < least.statements ? each : least))
}

/** The first page and, in each order, the one after it; none where an order cannot be turned round, and says so. */
async function pagesOf(
  operation: Operation,
  says: string,
  input: Record<string, unknown>,
): Promise<Record<string, unknown>[]> {
  try {
    const { next } = (await ask(shop, operation, input)) as { next?: string | null }
    const goesOn = next && /^(sort|as)/.test(says) && 'after' in operation.input.properties
    return goesOn ? [input, { ...input, after: next }] : [input]
  } catch (error) {
    if ((error as { status?: number }).status === 422) return []
    throw error
  }
}
