/** Whether rows of a product go together and name what is there: the rules of single changes, for many at once. */
import type { Ctx } from '#kit/context.ts'
import { isFailure } from '#kit/failure.ts'
import { faultAt, type Fault, type Item, type Row } from '#kit/resource.ts'
import { Type } from '#kit/types.ts'
import { compileCheck } from '#kit/validate.ts'
import { currentSettings } from '../../settings/index.ts'
import { thousandthsOf } from '../attributes/values.ts'
import { checkContent } from '../measure.ts'
import { Facts } from '../products/product.ts'
import { checkRule } from '../quantity.ts'
import { wordsOf, type Words } from './product-columns.ts'
import { PRODUCT, contentOf, lacksOfContent, ruleOf } from './product-rows.ts'
import { referencesOf, slugKey, slugsIn, type References } from './references.ts'

const checkFacts = compileCheck(Type.Object({ facts: Facts }, { additionalProperties: false }))

export async function checkProducts(ctx: Ctx, items: Item[], known: Row[]): Promise<Fault[]> {
  const words = await wordsOf(ctx)
  const { channels } = await currentSettings(ctx)
  const around = { words, now: ctx.now(), channels: channels.map(({ code }) => code) }
  const heads = items.map(({ row }) => row)
  const refs = await referencesOf(ctx, heads, slugsIn(heads, words))
  const before = Map.groupBy(known, (row) => row['product'])
  return [...Map.groupBy(items, ({ row }) => row['product'])].flatMap(([product, group]) => {
    const faults: Fault[] = []
    const say = (item: Item, column: string, code: string, message: string) =>
      void faults.push(faultAt(item, column, code, message))
    const there = before.get(product!) ?? []
    checkHead(group[0]!, there, { ...around, refs, say })
    checkVariants(group, there, { ...around, refs, say })
    return faults
  })
}

interface Around {
  refs: References
  words: Words
  /** Codes of those that sell. */
  channels: string[]
  now: Date
  say: (item: Item, column: string, code: string, message: string) => void
}

const texts = (cell: unknown) => (cell as string[] | null | undefined) ?? []
const text = (cell: unknown) => (cell as string | null | undefined) ?? null

function checkHead(item: Item, there: Row[], around: Around): void {
  const { refs, words, say } = around
  const { row } = item
  const unknown = (column: string, what: string, key: string) =>
    say(item, column, 'unknown', `There is no ${what} ${key}.`)
  const taxCategory = String(row['taxCategory'])
  if (!refs.taxCategories[taxCategory]) unknown('taxCategory', 'tax category', taxCategory)
  for (const slug of texts(row['categories']))
    if (!refs.categories[slug]) unknown('categories', 'category', slug)
  for (const key of texts(row['options'])) if (!refs.options[key]) unknown('options', 'option', key)
  const had = there[0]
  if (there.some(({ sku }) => sku !== null) && texts(had!['options']).join() !== texts(row['options']).join())
    say(item, 'options', 'in_use', 'The options of a product with variants stay as they are.')
  checkPlan(item, had, around)
  checkAttributes(item, around)
  for (const locale of words.locales) {
    checkFactsIn(item, `facts.${locale}`, say)
    const slug = row[`slug.${locale}`]
    const owner = typeof slug === 'string' ? refs.slugs[slugKey(locale, slug)] : undefined
    if (owner && owner !== had?.[PRODUCT])
      say(item, `slug.${locale}`, 'taken', 'Another product has this address already.')
  }
}

/** Where it is sold, and from when to when: what stays as it was is not looked at. */
function checkPlan(item: Item, had: Row | undefined, { channels, now, say }: Around): void {
  const { row } = item
  const isNew = (column: string) => (row[column] ?? null) !== (had?.[column] ?? null)
  for (const code of texts(row['channels']))
    if (!channels.includes(code) && !texts(had?.['channels']).includes(code))
      say(item, 'channels', 'unknown', `There is no channel ${code}.`)
  const [from, until] = ['publishAt', 'unpublishAt'].map((name) => text(row[name]))
  const isShown = row['state'] === 'published'
  if (from && isNew('publishAt')) {
    if (isShown) say(item, 'publishAt', 'not_allowed', 'The product is in the shop already.')
    else if (new Date(from) <= now) say(item, 'publishAt', 'too_early', 'This must be in the future.')
  }
  if (!until || !isNew('unpublishAt')) return
  if (!isShown && !from) say(item, 'unpublishAt', 'not_allowed', 'The product is not in the shop.')
  else if (new Date(until) <= (from ? new Date(from) : now))
    say(item, 'unpublishAt', 'too_early', 'This must be later, after the product came into the shop.')
}

/** In the shop, or in it by itself some day. */
const isToBeShown = (row: Row) => row['state'] === 'published' || (row['publishAt'] ?? null) !== null

function checkAttributes(item: Item, { refs, words, say }: Around): void {
  const { row } = item
  const type = row['type'] === null ? undefined : refs.types[String(row['type'])]
  if (row['type'] !== null && !type) say(item, 'type', 'unknown', `There is no type ${String(row['type'])}.`)
  for (const { key } of words.attributes) {
    const [column, attribute] = [`attribute.${key}`, type?.attributes[key]]
    const value = row[column] ?? null
    if (value === null) {
      if (attribute?.required && isToBeShown(row))
        say(item, column, 'required', 'A product of this type is not published without it.')
      continue
    }
    if (!attribute) say(item, column, 'not_allowed', 'The product’s type has no such attribute.')
    else if (attribute.kind === 'choice') {
      for (const choice of texts(value))
        if (!attribute.choices[choice]) say(item, column, 'unknown', `There is no choice ${choice}.`)
    } else if (attribute.kind === 'number') caught(item, column, say, () => thousandthsOf(String(value), ''))
  }
}

function checkFactsIn(item: Item, column: string, say: Around['say']): void {
  const text = item.row[column]
  if (typeof text !== 'string') return
  try {
    checkFacts({ facts: JSON.parse(text) as unknown })
  } catch {
    say(item, column, 'format', 'This must be a list as JSON: [{"name": "Height", "value": "9 cm"}].')
  }
}

/** Rules that single operations have too are asked as they ask them. */
function caught(item: Item, column: string, say: Around['say'], rule: () => void): void {
  try {
    rule()
  } catch (error) {
    const fault = isFailure(error) ? error.errors[0] : undefined
    if (!fault) throw error
    say(item, column, fault.code, fault.message)
  }
}

const RULE_COLUMNS: Record<string, string> = {
  minimum: 'minQuantity',
  maximum: 'maxQuantity',
  step: 'quantityStep',
}

function checkVariants(group: Item[], there: Row[], { refs, words, say }: Around): void {
  const named = new Set(group.map(({ row }) => row['sku']))
  const options = texts(group[0]!.row['options'])
  const choiceOf = (row: Row) => options.map((key) => row[`option.${key}`]).join(' ')
  const others = there.filter(({ sku }) => sku !== null && !named.has(sku!))
  const taken = new Map(others.map((row) => [choiceOf(row), String(row['sku'])]))
  const variants = group.filter(({ row }) => row['sku'] !== null)
  if (variants.length + others.length === 0 && isToBeShown(group[0]!.row))
    say(group[0]!, 'sku', 'required', 'A product without variants is not published.')
  for (const item of variants) {
    const { row } = item
    const owner = refs.skus[String(row['sku'])]
    if (owner && owner !== there[0]?.[PRODUCT])
      say(item, 'sku', 'taken', 'A variant of another product has this article number.')
    for (const key of words.options) {
      const [column, value] = [`option.${key}`, row[`option.${key}`] ?? null]
      if (!options.includes(key)) {
        if (value !== null) say(item, column, 'not_allowed', 'This is not an option of the product.')
      } else if (value === null) say(item, column, 'required', 'A variant chooses a value of each option.')
      else if (!refs.options[key]?.values[String(value)])
        say(item, column, 'unknown', `There is no value ${String(value)}.`)
    }
    checkQuantities(item, say)
    checkMeasure(item, say)
    const same = taken.get(choiceOf(row))
    if (same !== undefined)
      say(item, 'sku', 'combination_taken', `${same} is this choice of the options already.`)
    taken.set(choiceOf(row), String(row['sku']))
  }
}

function checkQuantities(item: Item, say: Around['say']): void {
  try {
    checkRule(ruleOf(item.row), 'rule')
  } catch (error) {
    const fault = isFailure(error) ? error.errors[0] : undefined
    if (!fault) throw error
    say(item, RULE_COLUMNS[fault.path.slice('rule.'.length)] ?? 'minQuantity', fault.code, fault.message)
  }
}

function checkMeasure(item: Item, say: Around['say']): void {
  const lacking = lacksOfContent(item.row)
  if (lacking) return say(item, lacking, 'required', 'How much is in one takes all four of these.')
  const content = contentOf(item.row)
  if (content) caught(item, 'content.perUnit', say, () => checkContent(content, 'content'))
}
