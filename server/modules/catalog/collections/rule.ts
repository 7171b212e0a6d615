/** What a rule may ask of a product: shapes, what must be there, and the rows that it becomes. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { patch } from '#kit/patch.ts'
import { Decimal, Flag, Id, List, Nullable, Words, shape, type Static } from '#kit/types.ts'
import { thousandthsOf } from '../attributes/values.ts'

const MOST_CONDITIONS = 20

const ConditionKind = Words(
  'CollectionConditionKind',
  'every',
  'featured',
  'category',
  'type',
  'choice',
  'option_value',
  'number',
  'flag',
)

const fields = {
  categoryId: Id,
  typeId: Id,
  attributeId: Id,
  choiceId: Id,
  valueId: Id,
  lowest: Decimal,
  highest: Decimal,
  flag: Flag,
}
type Field = keyof typeof fields

const NewCollectionCondition = shape(
  'NewCollectionCondition',
  { kind: ConditionKind, ...patch(fields) },
  {
    description:
      'A category counts with all below it. `number` and `flag` ask for an attribute, a number from `lowest` to `highest`, both included; `every` is fulfilled by every product.',
  },
)
type Condition = Static<typeof NewCollectionCondition>

const CollectionCondition = shape('CollectionCondition', {
  kind: ConditionKind,
  categoryId: Nullable(Id),
  typeId: Nullable(Id),
  attributeId: Nullable(Id),
  choiceId: Nullable(Id),
  valueId: Nullable(Id),
  lowest: Nullable(Decimal),
  highest: Nullable(Decimal),
  flag: Nullable(Flag),
})

const Matching = Words('CollectionMatching', 'all', 'any')

export const NewCollectionRule = shape('NewCollectionRule', {
  matching: Matching,
  conditions: List(NewCollectionCondition, MOST_CONDITIONS, { minItems: 1 }),
})
type NewCollectionRule = Static<typeof NewCollectionRule>

export const CollectionRule = shape('CollectionRule', {
  matching: Matching,
  conditions: List(CollectionCondition, MOST_CONDITIONS),
})

const NEEDS: Record<Condition['kind'], { all: Field[]; some?: Field[] }> = {
  every: { all: [] },
  featured: { all: [] },
  category: { all: ['categoryId'] },
  type: { all: ['typeId'] },
  choice: { all: ['choiceId'] },
  option_value: { all: ['valueId'] },
  number: { all: ['attributeId'], some: ['lowest', 'highest'] },
  flag: { all: ['attributeId', 'flag'] },
}

/** Refuses conditions that lack or have too much, or speak of what is not there. */
async function checkRule(ctx: Ctx, { conditions }: NewCollectionRule): Promise<void> {
  const ids = (field: Field) => conditions.flatMap((each) => (each[field] as string | undefined) ?? [])
  const { rows } = await sql<
    Record<'categoryId' | 'typeId' | 'attributeId' | 'choiceId' | 'valueId', string[]>
  >`
    select array(select id from catalog.category where store_id = ${ctx.storeId} and id = any(${ids('categoryId')}::uuid[]) and archived_at is null) as "categoryId",
      array(select id from catalog.product_type where store_id = ${ctx.storeId} and id = any(${ids('typeId')}::uuid[]) and archived_at is null) as "typeId",
      array(select id || ' ' || kind from catalog.attribute where store_id = ${ctx.storeId} and id = any(${ids('attributeId')}::uuid[]) and archived_at is null) as "attributeId",
      array(select id from catalog.attribute_choice where store_id = ${ctx.storeId} and id = any(${ids('choiceId')}::uuid[])) as "choiceId",
      array(select id from catalog.option_value where store_id = ${ctx.storeId} and id = any(${ids('valueId')}::uuid[])) as "valueId"`.execute(
    ctx.db,
  )
  const there = rows[0]!
  conditions.forEach((condition, index) => {
    const path = `rule.conditions.${index}`
    const { all, some = [] } = NEEDS[condition.kind]
    for (const field of Object.keys(condition) as (keyof Condition)[])
      if (field !== 'kind' && ![...all, ...some].includes(field))
        throw invalid(`${path}.${field}`, 'not_allowed', `This does not go with ${condition.kind}.`)
    const missing =
      all.find((field) => condition[field] === undefined) ??
      (some.every((field) => condition[field] === undefined) ? some[0] : undefined)
    if (missing) throw invalid(`${path}.${missing}`, 'required', `${condition.kind} needs this.`)
    for (const field of ['categoryId', 'typeId', 'choiceId', 'valueId'] as const)
      if (condition[field] && !there[field].includes(condition[field]))
        throw invalid(`${path}.${field}`, 'unknown', 'There is no such thing.')
    if (condition.attributeId && !there.attributeId.includes(`${condition.attributeId} ${condition.kind}`))
      throw invalid(
        `${path}.attributeId`,
        'unknown',
        `There is no such attribute of the kind ${condition.kind}.`,
      )
  })
}

/** The conditions of a collection, as they are from now on; its products follow soon. */
export async function writeRule(ctx: Ctx, collectionId: string, rule: NewCollectionRule): Promise<void> {
  await checkRule(ctx, rule)
  const rows = rule.conditions.map(({ lowest, highest, ...condition }, position) => {
    const path = `rule.conditions.${position}`
    const from = lowest === undefined ? null : thousandthsOf(lowest, `${path}.lowest`)
    const to = highest === undefined ? null : thousandthsOf(highest, `${path}.highest`)
    if (from !== null && to !== null && from > to)
      throw invalid(`${path}.highest`, 'too_small', 'This must not be below the lowest.')
    return { ...condition, position, lowest: from, highest: to }
  })
  await sql`delete from catalog.collection_condition where store_id = ${ctx.storeId} and collection_id = ${collectionId}`.execute(
    ctx.db,
  )
  await sql`
    insert into catalog.collection_condition (store_id, collection_id, position, kind, category_id, product_type_id, attribute_id, choice_id, value_id, lowest, highest, flag)
    select ${ctx.storeId}, ${collectionId}, position, kind, "categoryId", "typeId", "attributeId", "choiceId", "valueId", lowest, highest, flag
    from json_to_recordset(${JSON.stringify(rows)}) as c(position int, kind text, "categoryId" uuid, "typeId" uuid, "attributeId" uuid, "choiceId" uuid,
      "valueId" uuid, lowest bigint, highest bigint, flag boolean)`.execute(ctx.db)
}

/** JSON of the rule of a collection `c`, as plain SQL; null for one by hand. */
export const ruleJson = `case when c.kind = 'rule' then json_build_object('matching', c.matching, 'conditions',
    (select json_agg(json_build_object('kind', n.kind, 'categoryId', n.category_id, 'typeId', n.product_type_id,
      'attributeId', n.attribute_id, 'choiceId', n.choice_id, 'valueId', n.value_id, 'lowest', trim_scale(n.lowest::numeric / 1000)::text,
      'highest', trim_scale(n.highest::numeric / 1000)::text, 'flag', n.flag) order by n.position)
    from catalog.collection_condition n where n.collection_id = c.id)) end`
