/**
 * Orders in bulk: a row for each line. What comes in is kept as it was, to be looked up: an order of another shop is
 * nobody's promise here. What is there already, of here or of before, is not changed by a file.
 */
import type { Ctx } from '#kit/context.ts'
import { decimalOf, minorOf } from '#kit/money.ts'
import { faultAt, type Column, type Fault, type Item, type Resource, type Row } from '#kit/resource.ts'
import { normalEmail, tidy } from '#kit/text.ts'
import { Country, Currency, Decimal, Email, Flag, Instant, Int, Text, Type } from '#kit/types.ts'
import { MOST_PAST_LINES, PastState } from '../past/past.ts'
import { ORDER, SUMS, pageOfOrders, rowsOfOrders } from './order-rows.ts'
import { putPastOrders } from './put-past-orders.ts'

/** Nothing where a file does not have them. */
const RARE = new Set(['deposit', 'taxRelief'])

const columns: Column[] = [
  { name: 'number', shape: Text(40), required: true, normal: tidy },
  { name: 'placedAt', shape: Instant, required: true, ofGroup: true },
  { name: 'state', shape: PastState, required: true, ofGroup: true },
  { name: 'email', shape: Email, required: true, ofGroup: true, normal: normalEmail },
  { name: 'name', shape: Text(120), ofGroup: true, normal: tidy },
  { name: 'country', shape: Country, ofGroup: true },
  { name: 'currency', shape: Currency, required: true, ofGroup: true },
  { name: 'pricesIncludeTax', shape: Flag, initial: true, ofGroup: true },
  ...SUMS.map((name) => ({
    name,
    shape: Decimal,
    ofGroup: true,
    ...(RARE.has(name) ? { initial: '0' } : { required: true }),
  })),
  { name: 'line', shape: Int(1, MOST_PAST_LINES), required: true },
  { name: 'sku', shape: Text(80), required: true, normal: tidy },
  { name: 'item', shape: Text(300), required: true, normal: tidy },
  { name: 'quantity', shape: Int(1, 1_000_000), required: true },
  { name: 'unitPrice', shape: Decimal, required: true },
]

export const orders: Resource = {
  name: 'orders',
  summary: 'Orders; those that come in are kept to be looked up',
  permissions: { read: 'orders.read', write: 'orders.write' },
  key: ['number', 'line'],
  group: 'number',
  groupId: ORDER,
  narrow: Type.Object(
    { from: Type.Optional(Instant), to: Type.Optional(Instant) },
    { additionalProperties: false },
  ),
  columns: async () => columns,
  tidy: (row) => ({ ...row, ...inFull(row) }),
  page: pageOfOrders,
  find: (ctx, rows) => rowsOfOrders(ctx, [...new Set(rows.map(({ number }) => String(number)))]),
  check,
  write: putPastOrders,
}

/** `12.5` EUR is kept as `12.50`, a moment with its thousandths. */
function inFull(row: Row): Row {
  const { currency, placedAt } = row
  const full: Row = {}
  for (const name of [...SUMS, 'unitPrice']) {
    const text = row[name]
    const amount = typeof text === 'string' && typeof currency === 'string' ? minorOf(text, currency) : null
    if (amount !== null) full[name] = decimalOf({ amount, currency: currency as string })
  }
  if (typeof placedAt === 'string' && !Number.isNaN(Date.parse(placedAt)))
    full['placedAt'] = new Date(placedAt).toISOString()
  return full
}

async function check(_: Ctx, items: Item[], known: Row[]): Promise<Fault[]> {
  const there = new Set(known.map(({ number }) => number))
  return [...Map.groupBy(items, ({ row }) => row['number'])].flatMap(([number, group]) =>
    there.has(number!) ? group.flatMap(changed) : group.flatMap(amounts).concat(sum(group)),
  )
}

/** Rows that are as they were are not looked at further. */
function changed(item: Item): Fault[] {
  const { row, was } = item
  const isSame =
    was !== null &&
    columns.every(({ name }) => JSON.stringify(row[name] ?? null) === JSON.stringify(was[name] ?? null))
  return isSame ? [] : [faultAt(item, 'number', 'there', 'This order is there, and no file changes it.')]
}

function amounts(item: Item): Fault[] {
  const currency = String(item.row['currency'])
  return [...SUMS, 'unitPrice']
    .filter((name) => !((minorOf(String(item.row[name]), currency) ?? -1) >= 0))
    .map((name) => faultAt(item, name, 'amount', 'This is no amount of the currency, zero or more.'))
}

function sum(group: Item[]): Fault[] {
  const [first] = group
  const currency = String(first!.row['currency'])
  const of = ({ row }: Item) => Number(row['quantity']) * (minorOf(String(row['unitPrice']), currency) ?? 0)
  const lines = group.reduce((total, item) => total + of(item), 0)
  if (lines === minorOf(String(first!.row['subtotal']), currency)) return []
  return [faultAt(first!, 'subtotal', 'sum', `The lines sum to ${decimalOf({ amount: lines, currency })}.`)]
}
