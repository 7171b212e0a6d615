import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { invalid } from '#kit/failure.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Key, Type } from '#kit/types.ts'
import { attributesChanged } from '../events.ts'
import { Full } from '../failures.ts'
import { retryClash } from '../variants/variant.ts'
import {
  AttributeKind,
  AttributeTexts,
  CatalogAttribute,
  MOST_ATTRIBUTES,
  NewAttributeChoices,
  Unit,
  checkAttribute,
  readAttributes,
  writeAttributeTexts,
  writeChoices,
} from './attribute.ts'

export const create = command({
  id: 'catalog.attributes.create',
  summary: 'Add an attribute, with its choices',
  description: 'It is said of products once a type has it. `kind` and `key` stay.',
  rest: 'POST /attributes',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({
    key: Key,
    kind: AttributeKind,
    unit: Type.Optional(Unit),
    filterable: Type.Optional(Flag),
    searchable: Type.Optional(Flag),
    texts: AttributeTexts,
    choices: Type.Optional(NewAttributeChoices),
  }),
  output: CatalogAttribute,
  failures: [Full],
  async run({ key, kind, unit, filterable = false, searchable = false, texts, choices = [] }, ctx) {
    checkAttribute(kind, { unit, texts, choices })
    const known = await readAttributes(ctx)
    if (known.some((attribute) => attribute.key === key))
      throw invalid('key', 'taken', 'There is an attribute with this key already.')
    if (known.length >= MOST_ATTRIBUTES) throw Full({ limit: MOST_ATTRIBUTES })
    const id = newId()
    await retryClash(
      sql`insert into catalog.attribute (id, store_id, key, kind, unit, filterable, searchable, position, created_at, updated_at)
        values (${id}, ${ctx.storeId}, ${key}, ${kind}, ${unit ?? null}, ${filterable}, ${searchable}, ${(known.at(-1)?.position ?? -1) + 1}, ${ctx.now()}, ${ctx.now()})`.execute(
        ctx.db,
      ),
    )
    await writeAttributeTexts(ctx, id, texts)
    await writeChoices(
      ctx,
      id,
      choices.map((choice) => ({ ...choice, id: newId() })),
      0,
    )
    const [after] = await readAttributes(ctx, id)
    ctx.emit(attributesChanged, { ids: [id] })
    ctx.audit({ subject: 'catalog.attribute', subjectId: id, before: null, after })
    return after!
  },
})
