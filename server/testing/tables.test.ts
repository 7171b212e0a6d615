/** What holds for every table: names, the store's key, money, moments, references, and that somebody says what it is for. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { tablesIn, type Table } from '../../tools/tables/catalog.ts'
import { wordsIn } from '../../tools/tables/words.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()
after(() => database.drop())

/** Of the whole installation, not of one store. */
const OF_NO_STORE = /^(kit\.|settings\.store$)/
/** Singular words that end like plurals, and what is always several. */
const SINGULAR = /(ss|us|is|news|settings)$/

const full = ({ schema, name }: Table) => `${schema}.${name}`
const column = (table: Table, name: string) => table.columns.find((each) => each.name === name)

function faultsOf(tables: Table[], said: (table: string) => boolean): string[] {
  const byName = new Map(tables.map((table) => [full(table), table]))
  return tables.flatMap((table) => [
    ...(said(full(table)) ? [] : [`${full(table)}: nobody says what it is for`]),
    ...nameFaults(table),
    ...storeFaults(table, byName),
    ...table.columns.flatMap((each) =>
      typeFaults(each.name, each.type).map((fault) => `${full(table)}.${each.name}: ${fault}`),
    ),
    ...moneyFaults(table, byName),
  ])
}

function nameFaults(table: Table): string[] {
  const names = [table.name, ...table.columns.map(({ name }) => name)]
  return [
    ...names
      .filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))
      .map((name) => `${full(table)}: ${name} is not in snake case`),
    ...(table.name.endsWith('s') && !SINGULAR.test(table.name) ? [`${full(table)}: is not singular`] : []),
  ]
}

function storeFaults(table: Table, tables: Map<string, Table>): string[] {
  if (OF_NO_STORE.test(full(table))) return []
  const own = column(table, 'store_id')
  if (own?.type !== 'uuid' || !own.required) return [`${full(table)}: has no store_id`]
  const references = table.rules.filter(({ kind }) => kind === 'reference')
  const bound = boundFields(references.map(({ text }) => fieldsOf(text)))
  return references
    .filter(({ to }) => column(tables.get(to!.replaceAll('"', ''))!, 'store_id'))
    .filter(({ text }) => !fieldsOf(text).some((field) => bound.has(field)))
    .map(({ name }) => `${full(table)}: ${name} could point into another store`)
}

/** Fields that can only hold what is in this store: named in a reference with the store's key, or beside one that is. */
function boundFields(references: string[][]): Set<string> {
  const bound = new Set(['store_id'])
  for (let before = 0; before < bound.size;) {
    before = bound.size
    for (const fields of references)
      if (fields.some((field) => bound.has(field)))
        for (const field of fields) if (field !== 'currency') bound.add(field)
  }
  return bound
}

function fieldsOf(reference: string): string[] {
  return /^FOREIGN KEY \(([^)]*)\)/.exec(reference)![1]!.split(', ')
}

function typeFaults(name: string, type: string): string[] {
  const plain = type.replace('[]', '')
  if (plain.startsWith('timestamp') && plain !== 'timestamp(3) with time zone')
    return [`a moment is timestamptz(3), not ${type}`]
  if (/^(character varying|money|real|smallint|numeric)/.test(plain)) return [`has the type ${type}`]
  if (name.endsWith('_at') && !/^(timestamp|xid8)/.test(plain))
    return [`is called like a moment and is ${type}`]
  if (/(^|_)amount$/.test(name) && plain !== 'kit.minor') return [`is called like money and is ${type}`]
  if (/^(.*_)?currency$/.test(name) && plain !== 'character(3)')
    return [`is called like a currency and is ${type}`]
  return []
}

/** Money needs its currency: in the row, or in the row that this one belongs to. */
function moneyFaults(table: Table, tables: Map<string, Table>): string[] {
  if (!table.columns.some(({ type }) => type.startsWith('kit.minor'))) return []
  const parents = table.rules.flatMap(({ kind, to }) =>
    kind === 'reference' ? [tables.get(to!.replaceAll('"', ''))!] : [],
  )
  return [table, ...parents].some((each) => column(each, 'currency'))
    ? []
    : [`${full(table)}: money without a currency`]
}

test('every table keeps the rules of its kind', async () => {
  const [tables, words] = [await tablesIn(database.url), wordsIn()]
  assert.ok(tables.length > 60, 'they were found')
  assert.deepEqual(
    faultsOf(tables, (name) => words.tables.has(name)),
    [],
  )
})

test('a SKU is there once in a store', async () => {
  const variant = (await tablesIn(database.url)).find((table) => full(table) === 'catalog.variant')!
  const found = variant.indexes.find(({ name }) => name === 'variant_sku')
  assert.equal(found?.text, 'btree (store_id, sku) WHERE (archived_at IS NULL) (unique)')
})

test('a table that breaks them is seen', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`
    create schema planted;
    create table planted."Teas" (id uuid primary key, amount int, seen_at timestamptz, price kit.minor, size real);
    create table planted.cup (id uuid primary key, store_id uuid not null, order_id uuid references orders."order" (id));`)
  const planted = await tablesIn(database.url)
  await client.query('drop schema planted cascade')
  await client.end()
  assert.deepEqual(
    faultsOf(planted, (name) => !name.startsWith('planted')).filter((fault) => fault.startsWith('planted')),
    [
      'planted.Teas: nobody says what it is for',
      'planted.Teas: Teas is not in snake case',
      'planted.Teas: is not singular',
      'planted.Teas: has no store_id',
      'planted.Teas.amount: is called like money and is integer',
      'planted.Teas.seen_at: a moment is timestamptz(3), not timestamp with time zone',
      'planted.Teas.size: has the type real',
      'planted.Teas: money without a currency',
      'planted.cup: nobody says what it is for',
      'planted.cup: cup_order_id_fkey could point into another store',
    ],
  )
})
