/** What of a promotion moves, asked for only where one is limited, budgeted or bound to categories, groups or first orders. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { port } from '#kit/port.ts'
import { normalEmail } from '#kit/text.ts'
import type { Live } from './live.ts'

export interface Buyer {
  customerId: string | null
  email: string | null
}

/** Whether a buyer has an order that is not off. Orders come later in the list of modules and fill this. */
export type HasOrdered = (buyer: Buyer, ctx: Ctx) => Promise<boolean>
export const hasOrdered = port<HasOrdered>('promotions.hasOrdered', { many: true })

/** A buyer is counted by account and by address, so that logging out makes nobody new. Of the address only the hash is kept. */
export function whoIs({ customerId, email }: Buyer): string[] {
  const who = customerId ? [`account:${customerId}`] : []
  if (email) who.push(`mail:${createHash('sha256').update(normalEmail(email)).digest('base64url')}`)
  return who
}

export interface Standing {
  id: string
  used: number
  usageLimit: number | null
  customerLimit: number | null
  mine: number
  budgetLeft: number | null
  /** Of the products asked about, those in the promotion's collections, or in its categories or below them. */
  productIds: string[]
  /** The buyer belongs to one of its groups. */
  member: boolean
}

export async function standingOf(
  ctx: Ctx,
  promotions: Live[],
  about: { currency: string; productIds: string[]; buyer: Buyer },
): Promise<Map<string, Standing>> {
  const wanted = promotions.filter(mustAsk).map(({ id }) => id)
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<Standing>`
    with recursive below as (
      select t.promotion_id, t.category_id from promotions.target t
      where t.store_id = ${ctx.storeId} and t.promotion_id = any(${wanted}) and t.category_id is not null
      union
      select b.promotion_id, c.id from below b
      join catalog.category c on c.store_id = ${ctx.storeId} and c.parent_id = b.category_id and c.archived_at is null
    )
    select p.id, p.used, p.usage_limit as "usageLimit", p.customer_limit as "customerLimit",
      coalesce((select max(u.used) from promotions.customer_use u where u.promotion_id = p.id and u.who = any(${whoIs(about.buyer)})), 0) as mine,
      (select s.budget_amount - s.spent_amount from promotions.sum s where s.promotion_id = p.id and s.currency = ${about.currency}) as "budgetLeft",
      array(
        select pc.product_id from below b join catalog.product_category pc on pc.category_id = b.category_id
        where b.promotion_id = p.id and pc.store_id = ${ctx.storeId} and pc.product_id = any(${about.productIds})
        union
        select cp.product_id from promotions.target t join catalog.collection_product cp on cp.collection_id = t.collection_id
        join catalog.collection cc on cc.id = cp.collection_id and cc.archived_at is null
        where t.promotion_id = p.id and cp.store_id = ${ctx.storeId} and cp.product_id = any(${about.productIds})) as "productIds",
      exists (select from customers.group_member m join customers.customer_group g on g.id = m.group_id and g.archived_at is null
        where m.store_id = ${ctx.storeId} and m.customer_id = ${about.buyer.customerId} and m.group_id = any(p.group_ids)) as member
    from promotions.promotion p where p.store_id = ${ctx.storeId} and p.id = any(${wanted})`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

function mustAsk({ counted, categoryIds, collectionIds, groupIds }: Live): boolean {
  return counted || categoryIds.length + collectionIds.length + groupIds.length > 0
}

export async function isFirstOrder(buyer: Buyer, ctx: Ctx): Promise<boolean> {
  for (const has of ctx.ports(hasOrdered)) if (await has(buyer, ctx)) return false
  return true
}
