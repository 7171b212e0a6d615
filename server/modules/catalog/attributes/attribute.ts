/** Attributes are typed facts, shared by all products, so that "350 ml" compares and "oak" is one choice everywhere. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import {
  Flag,
  Id,
  Key,
  List,
  Locale,
  Nullable,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { MOST_LOCALES, Position } from '../limits.ts'
import { checkTexts } from '../slugs.ts'

export const MOST_ATTRIBUTES = 300
export const MOST_CHOICES = 200

export const AttributeKind = Words('AttributeKind', 'text', 'number', 'flag', 'day', 'choice')
export type AttributeKind = Static<typeof AttributeKind>

const AttributeText = shape('AttributeText', { locale: Locale, name: Text(120) })
export const AttributeTexts = List(AttributeText, MOST_LOCALES, { minItems: 1 })
export const Unit = Text(20)

export const NewAttributeChoice = shape('NewAttributeChoice', { key: Key, texts: AttributeTexts })
export const NewAttributeChoices = List(NewAttributeChoice, MOST_CHOICES)
export type NewAttributeChoice = Static<typeof NewAttributeChoice>

export const CatalogAttribute = shape(
  'CatalogAttribute',
  {
    id: Id,
    key: Key,
    kind: AttributeKind,
    unit: Nullable(Unit),
    filterable: Flag,
    searchable: Flag,
    position: Position,
    texts: List(AttributeText, MOST_LOCALES),
    choices: List(
      shape('CatalogAttributeChoice', {
        id: Id,
        key: Key,
        position: Position,
        texts: List(AttributeText, MOST_LOCALES),
      }),
      MOST_CHOICES,
    ),
    version: Version,
  },
  {
    description:
      'Shoppers narrow lists by what is `filterable`; words of what is `searchable` find the product.',
  },
)
export type CatalogAttribute = Static<typeof CatalogAttribute>

/** Refuses what does not go with the kind; paths are those of the input of create and update. */
export function checkAttribute(
  kind: AttributeKind,
  given: {
    unit?: string | null | undefined
    texts?: { locale: string }[]
    choices?: NewAttributeChoice[]
  },
): void {
  const { unit, texts = [], choices = [] } = given
  if (unit && kind !== 'number') throw invalid('unit', 'not_allowed', 'Only numbers have a unit.')
  if (choices.length > 0 && kind !== 'choice')
    throw invalid('choices', 'not_allowed', 'Only an attribute of the kind choice has choices.')
  checkTexts(texts, 'texts')
  choices.forEach((choice, index) => {
    checkTexts(choice.texts, `choices.${index}.texts`)
    if (choices.findIndex(({ key }) => key === choice.key) < index)
      throw invalid(`choices.${index}.key`, 'duplicate', 'There is a choice with this key already.')
  })
}

/** One attribute, or with no id all of them. */
export async function readAttributes(ctx: Ctx, id?: string): Promise<CatalogAttribute[]> {
  const { rows } = await sql<CatalogAttribute>`
    select a.id, a.key, a.kind, a.unit, a.filterable, a.searchable, a.position, a.version,
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name) order by t.locale)
        from catalog.attribute_text t where t.attribute_id = a.id), '[]') as texts,
      coalesce((select json_agg(json_build_object('id', c.id, 'key', c.key, 'position', c.position,
          'texts', coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name) order by t.locale)
            from catalog.attribute_choice_text t where t.choice_id = c.id), '[]')) order by c.position, c.key)
        from catalog.attribute_choice c where c.attribute_id = a.id), '[]') as choices
    from catalog.attribute a where a.store_id = ${ctx.storeId} and a.archived_at is null and ${id === undefined ? sql`true` : sql`a.id = ${id}`}
    order by a.position, a.key limit ${MOST_ATTRIBUTES}`.execute(ctx.db)
  return rows
}

export async function lockAttribute(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<CatalogAttribute> {
  const { rows } = await sql<{ version: number }>`
    select version from catalog.attribute where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return (await readAttributes(ctx, id))[0]!
}

/** Names in the languages given; those in others stay. */
export async function writeAttributeTexts(
  ctx: Ctx,
  attributeId: string,
  texts: { locale: string; name: string }[],
): Promise<void> {
  if (texts.length === 0) return
  await sql`
    insert into catalog.attribute_text (store_id, attribute_id, locale, name)
    select ${ctx.storeId}, ${attributeId}, locale, name from json_to_recordset(${JSON.stringify(texts)}) as t(locale text, name text)
    on conflict (attribute_id, locale) do update set name = excluded.name`.execute(ctx.db)
}

/** New keys come after those that are there; known keys get new names. None goes: products may have it. */
export async function writeChoices(
  ctx: Ctx,
  attributeId: string,
  choices: (NewAttributeChoice & { id: string })[],
  firstPosition: number,
): Promise<void> {
  if (choices.length === 0) return
  const rows = choices.map(({ id, key }, index) => ({ id, key, position: firstPosition + index }))
  const texts = choices.flatMap(({ key, texts: own }) => own.map((text) => ({ ...text, key })))
  await sql`
    insert into catalog.attribute_choice (id, store_id, attribute_id, key, position)
    select id, ${ctx.storeId}, ${attributeId}, key, position from json_to_recordset(${JSON.stringify(rows)}) as c(id uuid, key text, position int)
    on conflict (attribute_id, key) do nothing`.execute(ctx.db)
  await sql`
    insert into catalog.attribute_choice_text (store_id, choice_id, locale, name)
    select ${ctx.storeId}, c.id, t.locale, t.name from json_to_recordset(${JSON.stringify(texts)}) as t(key text, locale text, name text)
    join catalog.attribute_choice c on c.attribute_id = ${attributeId} and c.key = t.key
    on conflict (choice_id, locale) do update set name = excluded.name`.execute(ctx.db)
}
