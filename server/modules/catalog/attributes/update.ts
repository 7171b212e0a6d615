/** Changes an attribute; what is left out stays, and so do its kind, its key and its choices. */
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Id, Nullable, Type, Version } from '#kit/types.ts'
import { attributesChanged } from '../events.ts'
import { Full } from '../failures.ts'
import { Position } from '../limits.ts'
import {
  AttributeTexts,
  CatalogAttribute,
  MOST_CHOICES,
  NewAttributeChoices,
  Unit,
  checkAttribute,
  lockAttribute,
  readAttributes,
  writeAttributeTexts,
  writeChoices,
} from './attribute.ts'

export const update = command({
  id: 'catalog.attributes.update',
  summary: 'Change an attribute',
  description: '`choices` with new keys are added, those with known keys get new names; none goes.',
  rest: 'PATCH /attributes/:attributeId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    attributeId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({
      unit: Nullable(Unit),
      filterable: Flag,
      searchable: Flag,
      position: Position,
      texts: AttributeTexts,
      choices: NewAttributeChoices,
    }),
  }),
  output: CatalogAttribute,
  failures: [Full],
  async run({ attributeId, expectedVersion, texts = [], choices = [], ...given }, ctx) {
    const before = await lockAttribute(ctx, attributeId, expectedVersion)
    checkAttribute(before.kind, { unit: given.unit, texts, choices })
    const keys = new Set([...before.choices, ...choices].map(({ key }) => key))
    if (keys.size > MOST_CHOICES) throw Full({ limit: MOST_CHOICES })
    await sql`update catalog.attribute set unit = ${given.unit === undefined ? before.unit : given.unit},
        filterable = ${given.filterable ?? before.filterable}, searchable = ${given.searchable ?? before.searchable},
        position = ${given.position ?? before.position}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${attributeId}`.execute(ctx.db)
    await writeAttributeTexts(ctx, attributeId, texts)
    await writeChoices(
      ctx,
      attributeId,
      choices.map((choice) => ({ ...choice, id: newId() })),
      (before.choices.at(-1)?.position ?? -1) + 1,
    )
    const [after] = await readAttributes(ctx, attributeId)
    ctx.emit(attributesChanged, { ids: [attributeId] })
    ctx.audit({ subject: 'catalog.attribute', subjectId: attributeId, before, after })
    return after!
  },
})
