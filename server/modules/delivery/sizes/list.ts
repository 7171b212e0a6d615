/** The packed sizes of variants, in the order they are asked for; what is not there is left out. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, shape } from '#kit/types.ts'
import { VariantSize } from './size.ts'

const MOST_AT_ONCE = 200

export const list = query({
  id: 'delivery.sizes.list',
  summary: 'How large variants are when packed',
  rest: 'GET /delivery/sizes',
  audience: 'staff',
  access: permission('delivery.read'),
  input: Type.Object({ variantIds: List(Id, MOST_AT_ONCE, { minItems: 1 }) }),
  output: shape('VariantSizeList', { items: List(VariantSize, MOST_AT_ONCE) }),
  async run({ variantIds }, ctx) {
    const { rows } = await sql<VariantSize>`
      select v.id as "variantId", case when s.variant_id is not null then
        json_build_object('lengthMm', s.length_mm, 'widthMm', s.width_mm, 'heightMm', s.height_mm) end as size
      from catalog.variant v left join delivery.size s on s.variant_id = v.id
      where v.store_id = ${ctx.storeId} and v.id = any(${variantIds}::uuid[]) and v.archived_at is null
      order by array_position(${variantIds}::uuid[], v.id)`.execute(ctx.db)
    return { items: rows }
  },
})
