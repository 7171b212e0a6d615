/**
 * Sets the prices of up to 100 variants at once, all or none.
 *
 * What a variant cost before stays in the history. A price that is given as it is
 * already changes nothing and makes no history.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { StaleVersion, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Money, Nullable, Type, Version, shape, type Static } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import { ensureBaseList } from '../lists.ts'
import { MOST_VARIANTS, MinQuantity, readPrices } from '../price.ts'
import { writePrices } from '../write.ts'
import { VariantPriceList } from './list.ts'

const NewVariantPrice = shape(
  'NewVariantPrice',
  {
    variantId: Id,
    price: Money,
    compareAt: Type.Optional(Nullable(Money)),
    listId: Type.Optional(Id),
    minQuantity: Type.Optional(MinQuantity),
    expectedVersion: Type.Optional(Version),
  },
  {
    description:
      '`compareAt` is the higher price that is struck through; without it there is none. In the base list and from one piece on, if nothing else is said.',
  },
)

export const set = command({
  id: 'pricing.prices.set',
  summary: 'Set prices of variants, in one or several lists',
  rest: 'PUT /prices',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({ prices: List(NewVariantPrice, MOST_VARIANTS, { minItems: 1 }) }),
  output: VariantPriceList,
  async run({ prices }, ctx) {
    const { currencies } = await currentSettings(ctx)
    const baseId = await ensureBaseList(ctx)
    const rows = prices.map((each) => ({ listId: baseId, minQuantity: 1, ...each }))
    rows.forEach((each, index) => checkPrice(each, index, rows, currencies))
    const variantIds = [...new Set(rows.map(({ variantId }) => variantId))].toSorted()
    const listIds = [...new Set(rows.map(({ listId }) => listId))].toSorted()
    await lockVariants(ctx, variantIds, rows)
    await checkLists(ctx, listIds, rows)
    const before = await readPrices(ctx, variantIds, listIds)
    checkVersions(rows, before)
    await writePrices(
      rows.map(({ variantId, listId, minQuantity, price, compareAt }) => ({
        variantId,
        listId,
        minQuantity,
        currency: price.currency,
        amount: price.amount,
        compareAt: compareAt?.amount ?? null,
      })),
      ctx,
      'pricing.prices.set',
    )
    const after = await readPrices(ctx, variantIds, listIds)
    for (const variantId of variantIds)
      ctx.audit({
        subject: 'pricing.price',
        subjectId: variantId,
        before: before.filter((each) => each.variantId === variantId),
        after: after.filter((each) => each.variantId === variantId),
      })
    return { items: after }
  },
})

type Row = Static<typeof NewVariantPrice> & { listId: string; minQuantity: number }

const keyOf = ({
  variantId,
  listId,
  minQuantity,
  price,
}: Pick<Row, 'variantId' | 'listId' | 'minQuantity' | 'price'>) =>
  `${variantId} ${listId} ${minQuantity} ${price.currency}`

function checkPrice(row: Row, index: number, rows: Row[], currencies: string[]): void {
  const { price, compareAt } = row
  const refuse = (part: string, code: string, message: string) =>
    invalid(`prices.${index}.${part}`, code, message)
  if (price.amount < 0) throw refuse('price.amount', 'too_small', 'A price is zero or more.')
  if (!currencies.includes(price.currency))
    throw refuse('price.currency', 'unknown', `The store sells in ${currencies.join(', ')}.`)
  if (compareAt && compareAt.currency !== price.currency)
    throw refuse('compareAt.currency', 'currency', 'Both prices must be in the same currency.')
  if (compareAt && compareAt.amount <= price.amount)
    throw refuse('compareAt.amount', 'too_small', 'The struck-through price must be above the price.')
  if (rows.findIndex((each) => keyOf(each) === keyOf(row)) < index)
    throw refuse(
      'variantId',
      'duplicate',
      'This variant has a price in this list and currency from this quantity on above.',
    )
}

/** In the order of their ids, so that two lists of prices do not wait for each other in a circle. */
async function lockVariants(ctx: Ctx, variantIds: string[], prices: Row[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from catalog.variant where store_id = ${ctx.storeId} and id = any(${variantIds}::uuid[]) and archived_at is null
    order by id for no key update`.execute(ctx.db)
  const there = new Set(rows.map(({ id }) => id))
  prices.forEach(({ variantId }, index) => {
    if (!there.has(variantId))
      throw invalid(`prices.${index}.variantId`, 'unknown', 'There is no such variant.')
  })
}

async function checkLists(ctx: Ctx, listIds: string[], prices: Row[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from pricing.list where store_id = ${ctx.storeId} and id = any(${listIds}::uuid[]) and archived_at is null
    order by id for no key update`.execute(ctx.db)
  const there = new Set(rows.map(({ id }) => id))
  prices.forEach(({ listId }, index) => {
    if (!there.has(listId)) throw invalid(`prices.${index}.listId`, 'unknown', 'There is no such price list.')
  })
}

function checkVersions(prices: Row[], before: Awaited<ReturnType<typeof readPrices>>): void {
  const held = new Map(before.map((each) => [keyOf(each), each.version]))
  prices.forEach((row, index) => {
    const currentVersion = held.get(keyOf(row)) ?? 0
    if (row.expectedVersion === undefined || row.expectedVersion === currentVersion) return
    throw StaleVersion(
      { currentVersion },
      {
        errors: [
          {
            path: `prices.${index}.expectedVersion`,
            code: 'stale_version',
            message: 'Somebody changed this price meanwhile.',
          },
        ],
      },
    )
  })
}
