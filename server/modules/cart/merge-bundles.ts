/** Bundles of a guest's cart come along whole. Of the same ones the store's rule counts; where the carts' currencies differ or there is no room, they stay behind. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { MOST_LINES, MOST_OF_ONE, MOST_ON_LINE } from './cart.ts'

/** Both carts are locked. `together` is what is wished of one that lies in both. */
export async function pourBundles(
  fromId: string,
  intoId: string,
  together: (mine: RawBuilder<number>, theirs: RawBuilder<number>) => RawBuilder<number>,
  ctx: Ctx,
): Promise<void> {
  await sql`
    with coming as (
      select f.id, f.quantity, m.id as mine, m.quantity as had, least(${together(sql`m.quantity`, sql`f.quantity`)}, ${MOST_OF_ONE},
        (select min(${MOST_ON_LINE} * m.quantity / l.quantity) from cart.line l where l.bundle_id = m.id)) as now
      from cart.bundle f
      join cart.cart c on c.id = f.cart_id
      join cart.cart i on i.id = ${intoId} and i.currency = c.currency
      left join cart.bundle m on m.cart_id = i.id and m.variant_id = f.variant_id and m.choice = f.choice
      where f.store_id = ${ctx.storeId} and f.cart_id = ${fromId}
        and (select count(*) from cart.line l where l.cart_id = i.id or (l.cart_id = c.id and l.bundle_id is not null)) <= ${MOST_LINES}
    ), raised as (
      update cart.bundle b set quantity = c.now from coming c where b.id = c.mine
    ), raised_lines as (
      update cart.line l set quantity = l.quantity / c.had * c.now from coming c where l.bundle_id = c.mine
    ), moved as (
      update cart.bundle b set cart_id = ${intoId} from coming c where b.id = c.id and c.mine is null
    )
    update cart.line l set cart_id = ${intoId} from coming c where l.bundle_id = c.id and c.mine is null`.execute(
    ctx.db,
  )
}
