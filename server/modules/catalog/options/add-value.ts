import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { invalid } from '#kit/failure.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { Full } from '../failures.ts'
import { MOST_VALUES } from '../limits.ts'
import { checkTexts } from '../slugs.ts'
import { CatalogOption, NewOptionValue, lockOption, readOptions } from './option.ts'

export const addValue = command({
  id: 'catalog.options.addValue',
  summary: 'Add a value to an option',
  rest: 'POST /options/:optionId/values',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({ optionId: Id, ...NewOptionValue.properties }),
  output: CatalogOption,
  failures: [Full],
  async run({ optionId, key, swatch = null, texts }, ctx) {
    checkTexts(texts, 'texts')
    const before = await lockOption(ctx, optionId)
    if (before.values.some((value) => value.key === key))
      throw invalid('key', 'taken', 'This option has a value with this key already.')
    if (before.values.length >= MOST_VALUES) throw Full({ limit: MOST_VALUES })
    const id = newId()
    await sql`
      with made as (
        insert into catalog.option_value (id, store_id, option_id, key, swatch, position)
        values (${id}, ${ctx.storeId}, ${optionId}, ${key}, ${swatch}, ${(before.values.at(-1)?.position ?? -1) + 1})
      ), touched as (
        update catalog.option set updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${optionId}
      )
      insert into catalog.option_value_text (store_id, value_id, locale, name)
      select ${ctx.storeId}, ${id}, locale, name from json_to_recordset(${JSON.stringify(texts)}) as t(locale text, name text)`.execute(
      ctx.db,
    )
    const [after] = await readOptions(ctx, optionId)
    ctx.audit({ subject: 'catalog.option', subjectId: optionId, before, after })
    return after!
  },
})
