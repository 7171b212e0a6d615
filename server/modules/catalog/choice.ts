/** A variant's choice of an option, as carts, orders and product pages show it. */
import { sql, type RawBuilder } from 'kysely'
import { Key, Nullable, Text, shape, type Static } from '#kit/types.ts'

export const OptionChoice = shape('OptionChoice', {
  option: Key,
  optionName: Text(120),
  value: Key,
  valueName: Text(120),
  swatch: Nullable(Text(7)),
})
export type OptionChoice = Static<typeof OptionChoice>

/** What a variant chooses, as JSON of a list of OptionChoice, in the first of the languages; `v` is the variant. */
export function choicesOfVariant(locales: string[]): RawBuilder<OptionChoice[]> {
  return sql<OptionChoice[]>`coalesce((
    select json_agg(json_build_object('option', o.key, 'optionName', coalesce(ot.name, o.key), 'value', ov.key,
      'valueName', coalesce(vt.name, ov.key), 'swatch', ov.swatch) order by po.position, o.key)
    from catalog.variant_value vv
    join catalog.product_option po on po.product_id = vv.product_id and po.option_id = vv.option_id
    join catalog.option o on o.id = vv.option_id
    join catalog.option_value ov on ov.id = vv.value_id
    left join lateral (select name from catalog.option_text x where x.option_id = o.id
      order by array_position(${locales}::text[], x.locale) nulls last limit 1) ot on true
    left join lateral (select name from catalog.option_value_text x where x.value_id = ov.id
      order by array_position(${locales}::text[], x.locale) nulls last limit 1) vt on true
    where vv.variant_id = v.id), '[]')`
}
