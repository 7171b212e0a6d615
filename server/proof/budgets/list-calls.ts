/** Every list there is, with each filter and each order it offers: generated from its declaration. */
import type { Operation } from '#kit/operation.ts'
import type { TObject, TSchema } from '#kit/types.ts'
import { newId } from '#kit/id.ts'
import type { Shop } from '#testing/shop.ts'
import { sampleOf } from './big-shop.ts'

export interface ListCall {
  /** For people: `state=paid` or `sort=-name`. */
  says: string
  input: Record<string, unknown>
}

type Property = TSchema & {
  type?: string
  enum?: string[]
  role?: string
  scalar?: string
  properties?: Record<string, Property>
}

export const LIMIT = 10
const PAGING = new Set(['limit', 'after', 'page', 'withTotal'])

/** Where values of a filter are found: the commonest and the rarest are asked for. Of others, one that nothing has. */
const COLUMNS: Record<string, string> = {
  'system.events.list name': 'kit.event.name',
  'system.audit.list operation': 'kit.audit.operation',
  'system.audit.list subjectId': 'kit.audit.subject_id',
  'ledger.transactions.list subjectId': 'ledger.transaction.subject_id',
  'ledger.transactions.list kind': 'ledger.transaction.kind',
  'payments.admin.list payableId': 'payments.payment.payable_id',
  'payments.admin.list reference': 'payments.payment.provider_reference',
  'inventory.movements.list itemId': 'inventory.movement.item_id',
  fromLocationId: 'inventory.transfer.from_location_id',
  toLocationId: 'inventory.transfer.to_location_id',
  supplierId: 'inventory.purchase.supplier_id',
  purchaseId: 'inventory.receipt.purchase_id',
  country: 'tax.rate.country',
  currency: 'pricing.price.currency',
  categoryId: 'tax.rate.category_id',
  'catalog.products.list categoryId': 'catalog.product_category.category_id',
  'catalog.products.list collectionId': 'catalog.collection_product.collection_id',
  'browse.search category[eq]': 'catalog.category_text.slug',
  'browse.products collection': 'catalog.collection_text.slug',
  'browse.products category': 'catalog.category_text.slug',
  variantId: 'inventory.variant_item.variant_id',
  variantIds: 'inventory.variant_item.variant_id',
  locationId: 'inventory.level.location_id',
}
/** What people type to find one among thousands, in full, in part, or in vain. */
const TYPED = ['wooden cup', 'alice@example.com-7', '1001', 'SKU-00', 'nothing at all']
const MOMENTS = ['2026-02-01T00:00:00.000Z', '2026-03-02T09:00:00.000Z', '2031-01-01T00:00:00.000Z']

export function isList(operation: Operation): boolean {
  const items = (operation.output as TObject).properties?.['items'] as Property | undefined
  return operation.kind === 'query' && items?.type === 'array'
}

export function isPaged(operation: Operation): boolean {
  return Object.hasOwn(operation.input.properties, 'limit')
}

/** With nothing but what must be said. */
export async function plainInput(
  shop: Shop,
  operation: Operation,
  limit = LIMIT,
): Promise<Record<string, unknown>> {
  const required = await requiredOf(shop, operation)
  return isPaged(operation) ? { ...required, limit } : required
}

export async function listCalls(shop: Shop, operation: Operation): Promise<ListCall[]> {
  const properties = operation.input.properties as Record<string, Property>
  const base = await plainInput(shop, operation)
  const sorts = Object.values(properties)
    .filter(({ role }) => role === 'sort')
    .flatMap(sortsOf)
  const orders: ListCall[] = [{ says: 'as it comes', input: {} }, ...sorts]
  const filters: ListCall[] = []
  for (const [name, property] of Object.entries(properties)) {
    if (PAGING.has(name) || Object.hasOwn(base, name) || property.role === 'sort') continue
    if (property.role === 'filter') {
      filters.push(...(await filterCalls(shop, operation, name, property)))
      continue
    }
    for (const value of await valuesOf(shop, operation, name, property))
      filters.push({ says: `${name}=${String(value)}`, input: { [name]: value } })
  }
  return [...orders, ...filters].map((call) => ({ ...call, input: { ...base, ...call.input } }))
}

/** Each field of a filter with each of its operators. */
async function filterCalls(
  shop: Shop,
  operation: Operation,
  filter: string,
  { properties = {} }: Property,
): Promise<ListCall[]> {
  const calls: ListCall[] = []
  for (const [field, { properties: operators = {} }] of Object.entries(properties))
    for (const [operator, property] of Object.entries(operators))
      for (const value of await valuesOf(shop, operation, `${field}[${operator}]`, property))
        calls.push({
          says: `${field}[${operator}]=${String(value)}`,
          input: { [filter]: { [field]: { [operator]: value } } },
        })
  return calls
}

/** Only what must be there, from the sample. */
async function requiredOf(shop: Shop, operation: Operation): Promise<Record<string, unknown>> {
  const sample = await sampleOf(shop, operation)
  const needed = new Set((operation.input as { required?: string[] }).required)
  return Object.fromEntries(Object.entries(sample).filter(([name]) => needed.has(name)))
}

function sortsOf({ properties }: Property): ListCall[] {
  const words = properties!['by']!.enum!
  return words.flatMap((by) =>
    [false, true].map((desc) => ({
      says: `sort=${desc ? '-' : ''}${by}`,

      input: { sort: { by, desc } },
    })),
  )
}

async function valuesOf(
  shop: Shop,
  operation: Operation,
  name: string,
  property: Property,
): Promise<unknown[]> {
  if (property.enum) return property.enum
  if (property.type === 'boolean') return [true, false]
  if (property.type === 'integer') return [0, 5, 1_000]
  if (property.scalar === 'Instant') return MOMENTS
  const column = COLUMNS[`${operation.id} ${name}`] ?? COLUMNS[name]
  if (!column && name === 'q') return TYPED
  if (!column) return property.type === 'array' ? [[inVain(property)]] : [inVain(property)]
  const found = await commonest(shop, column)
  if (property.type === 'array') return [found.slice(0, 20)]
  const [first, last] = [found[0], found.at(-1)]
  return [...new Set([first, last, property.scalar === 'Id' ? newId() : undefined])].filter(Boolean)
}

/** What nothing has: whatever is read to find that out is read in vain. */
function inVain({ scalar }: Property): string {
  const of: Record<string, string> = {
    Id: newId(),
    Email: 'nobody@example.com',
    Country: 'AQ',
    Currency: 'XTS',
    Locale: 'eo',
    Day: '2031-01-01',
    Phone: '+4915100000000',
  }
  return of[scalar ?? ''] ?? 'nothing'
}

async function commonest(shop: Shop, column: string): Promise<unknown[]> {
  const at = column.lastIndexOf('.')
  const [table, name] = [column.slice(0, at), column.slice(at + 1)]
  const { rows } = await shop.app.pool.pg.query<{ value: unknown }>(
    `select ${name} as value from ${table} where store_id = $1 and ${name} is not null group by 1 order by count(*) desc, 1`,
    [shop.storeId],
  )
  return rows.map(({ value }) => value)
}
