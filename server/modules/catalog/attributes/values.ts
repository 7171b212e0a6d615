/** What a product's attributes are: checked against its type, written as a whole, shown to staff and shoppers alike. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { Day, Decimal, Flag, Id, Key, List, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { AttributeKind, Unit } from './attribute.ts'

export const MOST_ATTRIBUTES_OF_ONE = 60
const MOST_CHOSEN = 20
/** Numbers are kept in thousandths, within what JSON says exactly. */
const MOST_NUMBER = 1_000_000_000_000

const words = Text(500)

export const ProductAttribute = shape(
  'ProductAttribute',
  {
    attributeId: Id,
    key: Key,
    name: Text(120),
    kind: AttributeKind,
    unit: Nullable(Unit),
    text: Nullable(words),
    number: Nullable(Decimal),
    flag: Nullable(Flag),
    day: Nullable(Day),
    choices: List(shape('ProductAttributeChoice', { id: Id, key: Key, name: Text(120) }), MOST_CHOSEN),
  },
  { description: 'The value stands in the property that `kind` names; several choices may hold at once.' },
)
export const ProductAttributes = List(ProductAttribute, MOST_ATTRIBUTES_OF_ONE)

const NewProductAttribute = shape(
  'NewProductAttribute',
  {
    attributeId: Id,
    text: Type.Optional(words),
    number: Type.Optional(Decimal),
    flag: Type.Optional(Flag),
    day: Type.Optional(Day),
    choiceIds: Type.Optional(List(Id, MOST_CHOSEN, { minItems: 1 })),
  },
  {
    description:
      'Just one value, of the attribute’s kind. A number has at most three digits behind the point.',
  },
)
export const NewProductAttributes = List(NewProductAttribute, MOST_ATTRIBUTES_OF_ONE)
type Given = Static<typeof NewProductAttribute>

const FIELD = { text: 'text', number: 'number', flag: 'flag', day: 'day', choice: 'choiceIds' } as const

interface Known {
  id: string
  kind: keyof typeof FIELD
  choices: string[]
}

/**
 * Gives a product its type and all its attributes. Without `values` those stay that the type has, too.
 *
 * The type is locked against being archived or changed meanwhile.
 */
export async function setType(
  ctx: Ctx,
  productId: string,
  typeId: string | null,
  values: Given[] | undefined,
): Promise<void> {
  const known = typeId ? await attributesOfType(ctx, typeId) : []
  await sql`update catalog.product set product_type_id = ${typeId} where store_id = ${ctx.storeId} and id = ${productId}`.execute(
    ctx.db,
  )
  if (!values) {
    await sql`delete from catalog.product_attribute where store_id = ${ctx.storeId} and product_id = ${productId}
      and attribute_id <> all(${known.map(({ id }) => id)}::uuid[])`.execute(ctx.db)
    return
  }
  const rows = values.flatMap((value, index) => rowsOf(values, value, index, known))
  await sql`delete from catalog.product_attribute where store_id = ${ctx.storeId} and product_id = ${productId}`.execute(
    ctx.db,
  )
  await sql`
    insert into catalog.product_attribute (store_id, product_id, attribute_id, kind, position, words, thousandths, flag, day, choice_id)
    select ${ctx.storeId}, ${productId}, "attributeId", kind, position, words, thousandths, flag, day, "choiceId"
    from json_to_recordset(${JSON.stringify(rows)}) as a("attributeId" uuid, kind text, position int, words text, thousandths bigint,
      flag boolean, day date, "choiceId" uuid)`.execute(ctx.db)
}

async function attributesOfType(ctx: Ctx, typeId: string): Promise<Known[]> {
  const { rows: locked } = await sql`
    select from catalog.product_type where store_id = ${ctx.storeId} and id = ${typeId} and archived_at is null for share`.execute(
    ctx.db,
  )
  if (locked.length === 0) throw invalid('typeId', 'unknown', 'There is no such type.')
  const { rows } = await sql<Known>`
    select a.id, a.kind, array(select c.id from catalog.attribute_choice c where c.attribute_id = a.id) as choices
    from catalog.product_type_attribute ta join catalog.attribute a on a.id = ta.attribute_id
    where ta.store_id = ${ctx.storeId} and ta.product_type_id = ${typeId}`.execute(ctx.db)
  return rows
}

interface Row {
  attributeId: string
  kind: Known['kind']
  position: number
  words?: string | undefined
  thousandths?: number | undefined
  flag?: boolean | undefined
  day?: string | undefined
  choiceId?: string
}

function rowsOf(all: Given[], value: Given, index: number, known: Known[]): Row[] {
  const { attributeId, text, number, flag, day, choiceIds = [] } = value
  const path = `attributes.${index}`
  const attribute = known.find(({ id }) => id === attributeId)
  if (!attribute) throw invalid(`${path}.attributeId`, 'unknown', 'The product’s type has no such attribute.')
  if (all.findIndex((each) => each.attributeId === attributeId) < index)
    throw invalid(`${path}.attributeId`, 'duplicate', 'This attribute is named twice.')
  for (const field of Object.values(FIELD)) {
    const fits = field === FIELD[attribute.kind]
    if (fits !== (value[field] !== undefined))
      throw invalid(
        `${path}.${field}`,
        fits ? 'required' : 'not_allowed',
        `This attribute is of the kind ${attribute.kind}.`,
      )
  }
  const row = { attributeId, kind: attribute.kind }
  if (attribute.kind !== 'choice') {
    const thousandths = number === undefined ? undefined : thousandthsOf(number, `${path}.number`)
    return [{ ...row, position: 0, words: text, thousandths, flag, day }]
  }
  return choiceIds.map((choiceId, position) => {
    const place = `${path}.choiceIds.${position}`
    if (!attribute.choices.includes(choiceId)) throw invalid(place, 'unknown', 'There is no such choice.')
    if (choiceIds.indexOf(choiceId) < position)
      throw invalid(place, 'duplicate', 'This choice is named twice.')
    return { ...row, position, choiceId }
  })
}

/** Numbers are kept as whole thousandths; `path` is where this one stands. */
export function thousandthsOf(number: string, path: string): number {
  const [whole = '', fraction = ''] = number.split('.')
  if (/[1-9]/.test(fraction.slice(3)))
    throw invalid(path, 'too_precise', 'At most three digits may stand behind the point.')
  if (Math.abs(Number(number)) > MOST_NUMBER)
    throw invalid(path, 'too_large', `This must be within ${MOST_NUMBER}.`)
  return Number(whole + fraction.slice(0, 3).padEnd(3, '0'))
}

/** Keys of what the product's type asks for and the product does not say. */
export async function missingAttributes(ctx: Ctx, productId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select a.key from catalog.product p join catalog.product_type_attribute ta on ta.product_type_id = p.product_type_id and ta.required
    join catalog.attribute a on a.id = ta.attribute_id
    where p.store_id = ${ctx.storeId} and p.id = ${productId}
      and not exists (select from catalog.product_attribute pa where pa.product_id = p.id and pa.attribute_id = a.id)
    order by ta.position, a.key`.execute(ctx.db)
  return rows.map(({ key }) => key)
}

/** JSON of a product's attributes, as plain SQL; `type` and `chain` are expressions such as `p.product_type_id` and `$3`. */
export const attributesText = (product: string, type: string, chain: string) => {
  const nameOf = (table: string, key: string, id: string) =>
    `(select t.name from catalog.${table} t where t.${key} = ${id} order by array_position(${chain}, t.locale) nulls last, t.locale limit 1)`
  return `coalesce((select json_agg(json_build_object('attributeId', a.id, 'key', a.key, 'name', ${nameOf('attribute_text', 'attribute_id', 'a.id')},
      'kind', a.kind, 'unit', a.unit, 'text', said.words, 'number', trim_scale(said.thousandths::numeric / 1000)::text, 'flag', said.flag,
      'day', said.day, 'choices', case when a.kind = 'choice' then (select json_agg(json_build_object('id', c.id, 'key', c.key,
          'name', ${nameOf('attribute_choice_text', 'choice_id', 'c.id')}) order by pa.position)
        from catalog.product_attribute pa join catalog.attribute_choice c on c.id = pa.choice_id
        where pa.product_id = ${product} and pa.attribute_id = a.id) else '[]'::json end) order by ta.position, a.key)
    from catalog.product_attribute said join catalog.attribute a on a.id = said.attribute_id
    join catalog.product_type_attribute ta on ta.product_type_id = ${type} and ta.attribute_id = a.id
    where said.product_id = ${product} and said.position = 0), '[]'::json)`
}
