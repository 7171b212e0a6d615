/** Sets how large variants are when packed, many at once; null takes a size away. */
import { sql } from 'kysely'
import { MAX_EVENT_IDS } from '#kit/event.ts'
import { invalid } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, Type } from '#kit/types.ts'
import { deliveryChanged } from '../events.ts'
import { VariantSize } from './size.ts'

export const set = command({
  id: 'delivery.sizes.set',
  summary: 'Set how large variants are when packed',
  rest: 'PUT /delivery/sizes',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ items: List(VariantSize, 2000, { minItems: 1 }) }),
  output: Done,
  async run({ items }, ctx) {
    const ids = items.map(({ variantId }) => variantId)
    const { rows } = await sql<{ there: string[] }>`
      select array(select id from catalog.variant where store_id = ${ctx.storeId} and id = any(${ids}::uuid[]) and archived_at is null) as there`.execute(
      ctx.db,
    )
    const there = new Set(rows[0]!.there)
    const seen = new Set<string>()
    ids.forEach((id, index) => {
      const refuse = (code: string, message: string) => invalid(`items.${index}.variantId`, code, message)
      if (!there.has(id)) throw refuse('unknown', 'There is no such variant.')
      if (seen.has(id)) throw refuse('duplicate', 'This variant is named twice.')
      seen.add(id)
    })
    const gone = items.filter(({ size }) => size === null).map(({ variantId }) => variantId)
    const kept = items
      .flatMap(({ variantId, size }) => (size ? { variantId, ...size } : []))
      .toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))
    await sql`delete from delivery.size where store_id = ${ctx.storeId} and variant_id = any(${gone}::uuid[])`.execute(
      ctx.db,
    )
    await sql`insert into delivery.size (store_id, variant_id, length_mm, width_mm, height_mm)
      select ${ctx.storeId}, "variantId", "lengthMm", "widthMm", "heightMm"
      from json_to_recordset(${JSON.stringify(kept)}) as s("variantId" uuid, "lengthMm" int, "widthMm" int, "heightMm" int)
      on conflict (variant_id) do update set length_mm = excluded.length_mm, width_mm = excluded.width_mm, height_mm = excluded.height_mm`.execute(
      ctx.db,
    )
    for (let at = 0; at < ids.length; at += MAX_EVENT_IDS)
      ctx.emit(deliveryChanged, { ids: ids.slice(at, at + MAX_EVENT_IDS) })
    ctx.audit({ subject: 'delivery.size', subjectId: ids[0]!, before: null, after: { items } })
    return { done: true as const }
  },
})
