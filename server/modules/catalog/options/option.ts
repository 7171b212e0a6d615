/** Options and their values are shared: "red" is one value over all products. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, invalid } from '#kit/failure.ts'
import { Id, Key, List, Locale, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { MOST_LOCALES, MOST_VALUES, Position } from '../limits.ts'
import { checkTexts } from '../slugs.ts'

export const MOST_SHARED_OPTIONS = 200

const OptionText = shape('OptionText', { locale: Locale, name: Text(120) })
export const OptionTexts = List(OptionText, MOST_LOCALES)
export const SomeTexts = List(OptionText, MOST_LOCALES, { minItems: 1 })
const Swatch = Type.String({ pattern: '^#[0-9a-f]{6}$', maxLength: 7, scalar: 'Text', examples: ['#c2b280'] })

export const CatalogOption = shape('CatalogOption', {
  id: Id,
  key: Key,
  position: Position,
  texts: OptionTexts,
  values: List(
    shape('CatalogOptionEntry', {
      id: Id,
      key: Key,
      swatch: Nullable(Text(7)),
      position: Position,
      texts: OptionTexts,
    }),
    MOST_VALUES,
  ),
})
export type CatalogOption = Static<typeof CatalogOption>

export const NewOptionValue = shape('NewOptionValue', {
  key: Key,
  swatch: Type.Optional(Nullable(Swatch)),
  texts: SomeTexts,
})

export function checkValues(values: Static<typeof NewOptionValue>[], path: string): void {
  values.forEach(({ key, texts }, index) => {
    checkTexts(texts, `${path}.${index}.texts`)
    if (values.findIndex((each) => each.key === key) < index)
      throw invalid(`${path}.${index}.key`, 'duplicate', 'There is a value with this key already.')
  })
}

/** One option, or with no id all of them. */
export async function readOptions(ctx: Ctx, id?: string): Promise<CatalogOption[]> {
  const { rows } = await sql<CatalogOption>`
    select o.id, o.key, o.position,
      coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name) order by t.locale)
        from catalog.option_text t where t.option_id = o.id), '[]') as texts,
      coalesce((select json_agg(json_build_object('id', v.id, 'key', v.key, 'swatch', v.swatch, 'position', v.position,
          'texts', coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name) order by t.locale)
            from catalog.option_value_text t where t.value_id = v.id), '[]')) order by v.position, v.key)
        from catalog.option_value v where v.option_id = o.id), '[]') as values
    from catalog.option o where o.store_id = ${ctx.storeId} and o.archived_at is null and ${id === undefined ? sql`true` : sql`o.id = ${id}`}
    order by o.position, o.key limit ${MOST_SHARED_OPTIONS}`.execute(ctx.db)
  return rows
}

export async function lockOption(ctx: Ctx, id: string): Promise<CatalogOption> {
  const { rows } =
    await sql`select id from catalog.option where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
      ctx.db,
    )
  if (rows.length === 0) throw NotFound({})
  return (await readOptions(ctx, id))[0]!
}
