/** What is in a bundle, and what may be chosen into it, for its page: one statement. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { choicesOfVariant } from '../catalog/index.ts'
import { availableOf, ifPlacesDiffer } from '../inventory/index.ts'
import { pictureJson } from '../media/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { MOST_SHOWN, ProductBundle } from './shapes.ts'

export const bundle = query({
  id: 'browse.bundle',
  summary: 'What is in a bundle, and what can be chosen',
  rest: 'GET /bundles/:variantId',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ variantId: Id }),
  output: ProductBundle,
  async run({ variantId }, ctx) {
    const { actor, scope } = ctx
    const locales = localeChain(await currentSettings(ctx), scope.locale)
    const price = priceFor(
      {
        variant: sql`v.id`,
        currency: sql`${scope.currency}::text`,
        quantity: sql`1`,
        channel: sql`${scope.channelId}::uuid`,
        customer: sql`${actor.kind === 'person' ? actor.personId : null}::uuid`,
      },
      await listsNow(ctx),
    )
    const channel = await ifPlacesDiffer(ctx, sql`${scope.channelId}::uuid`)
    const first = (table: string, of: string) =>
      sql`(select x.* from ${sql.raw(table)} x where ${sql.raw(of)} order by array_position(${locales}::text[], x.locale) nulls last limit 1)`
    const { rows } = await sql<ProductBundle>`
      with piece as (
        select bp.group_id, bp.position, bp.quantity, jsonb_build_object('variantId', v.id, 'productId', p.id, 'slug', t.slug, 'sku', v.sku,
          'name', t.name, 'choices', ${choicesOfVariant(locales)}, 'picture', picture.shown,
          'price', case when price.amount is not null then jsonb_build_object('amount', price.amount, 'currency', ${scope.currency}::text) end,
          'available', least(${availableOf('v.id', ctx.now(), channel)}, ${MOST_SHOWN}::int)) as shown
        from catalog.bundle_part bp
        join catalog.variant v on v.id = bp.part_variant_id and v.archived_at is null
        join catalog.product p on p.id = v.product_id and p.archived_at is null
        cross join lateral ${first('catalog.product_text', 'x.product_id = p.id')} t
        left join lateral ${price} price on true
        left join lateral (
          select ${pictureJson('f', sql`(select x.alt from ${first('catalog.product_media_text', 'x.product_media_id = m.id')} x)`)} as shown
          from catalog.product_media m join media.file f on f.id = m.file_id and f.state = 'ready' and f.archived_at is null and f.width is not null
          where m.product_id = p.id order by (m.variant_id = v.id) is true desc, m.position, m.id limit 1) picture on true
        where bp.store_id = ${ctx.storeId} and bp.variant_id = ${variantId}
      )
      select b.variant_id as "variantId", b.reduction_basis_points as "reductionBasisPoints",
        b.price = 'sum' and exists (select from catalog.bundle_group g where g.variant_id = b.variant_id) as "bySum",
        coalesce((select json_agg(piece.shown || jsonb_build_object('quantity', piece.quantity) order by piece.position)
          from piece where piece.group_id is null), '[]') as parts,
        coalesce((select json_agg(json_build_object('id', g.id, 'name', gt.name, 'minimum', g.minimum, 'maximum', g.maximum,
            'options', coalesce((select json_agg(piece.shown order by piece.position) from piece where piece.group_id = g.id), '[]')) order by g.position)
          from catalog.bundle_group g cross join lateral ${first('catalog.bundle_group_text', 'x.group_id = g.id')} gt
          where g.variant_id = b.variant_id), '[]') as groups
      from catalog.bundle b
      join catalog.variant v on v.id = b.variant_id and v.archived_at is null
      join catalog.product p on p.id = v.product_id and p.state = 'published' and p.archived_at is null
        and (p.channel_ids is null or ${ctx.scope.channelId} = any(p.channel_ids))
      where b.store_id = ${ctx.storeId} and b.variant_id = ${variantId}`.execute(ctx.db)
    if (!rows[0]) throw NotFound({})
    return rows[0]
  },
})
