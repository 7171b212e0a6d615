import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { invalid } from '#kit/failure.ts'
import { permission } from '#kit/policy.ts'
import { Key, List, Type } from '#kit/types.ts'
import { Full } from '../failures.ts'
import { MOST_VALUES } from '../limits.ts'
import { checkTexts } from '../slugs.ts'
import { retryClash } from '../variants/variant.ts'
import { writeOptions } from '../write.ts'
import {
  CatalogOption,
  MOST_SHARED_OPTIONS,
  NewOptionValue,
  SomeTexts,
  checkValues,
  readOptions,
} from './option.ts'

export const create = command({
  id: 'catalog.options.create',
  summary: 'Add an option, with its values',
  rest: 'POST /options',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({
    key: Key,
    texts: SomeTexts,
    values: Type.Optional(List(NewOptionValue, MOST_VALUES)),
  }),
  output: CatalogOption,
  failures: [Full],
  async run({ key, texts, values = [] }, ctx) {
    checkTexts(texts, 'texts')
    checkValues(values, 'values')
    const known = await readOptions(ctx)
    if (known.some((option) => option.key === key))
      throw invalid('key', 'taken', 'There is an option with this key already.')
    if (known.length >= MOST_SHARED_OPTIONS) throw Full({ limit: MOST_SHARED_OPTIONS })
    const id = newId()
    const row = {
      id,
      key,
      texts,
      position: (known.at(-1)?.position ?? -1) + 1,
      values: values.map(({ swatch = null, ...value }, position) => ({
        ...value,
        swatch,
        position,
        id: newId(),
      })),
    }
    await retryClash(writeOptions([row], ctx))
    const [after] = await readOptions(ctx, id)
    ctx.audit({ subject: 'catalog.option', subjectId: id, before: null, after })
    return after!
  },
})
