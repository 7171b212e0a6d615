/**
 * What orders hold of promotions: taken when an order is born, given back exactly once when it is off.
 *
 * The row of the promotion is the lock for all its counts (order, stock, promotion: the order of
 * locks), so a limit of one is one, however many place their orders at the same moment.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { UsedUp } from './failures.ts'
import { whoIs, type Buyer } from './standing.ts'
import type { Discount } from './weigh.ts'

export interface Holder {
  kind: string
  id: string
}

/** Throws UsedUp when one of them may not be used any more; then nothing may be kept of the transaction. */
export async function redeem(
  ctx: Ctx,
  holder: Holder,
  discounts: readonly Discount[],
  buyer: Buyer,
  currency: string,
): Promise<void> {
  if (discounts.length === 0) return
  await lock(ctx, sql`p.id = any(${discounts.map((each) => each.promotionId)})`)
  const who = whoIs(buyer)
  const taken = sql`json_to_recordset(${JSON.stringify(discounts)}) as d("promotionId" uuid, "codeId" uuid, amount bigint)`
  const { rows } = await sql<{ id: string }>`
    with taken as (select * from ${taken}),
    counted as (
      update promotions.promotion p set used = used + 1 from taken d
      where p.store_id = ${ctx.storeId} and p.id = d."promotionId" and (p.usage_limit is null or p.used < p.usage_limit) returning p.id
    ), spent as (
      update promotions.sum s set spent_amount = spent_amount + d.amount from taken d
      where s.store_id = ${ctx.storeId} and s.promotion_id = d."promotionId" and s.currency = ${currency}
        and (s.budget_amount is null or s.spent_amount + d.amount <= s.budget_amount) returning s.promotion_id
    ), coded as (
      update promotions.code c set used = used + 1 from taken d
      where c.store_id = ${ctx.storeId} and c.id = d."codeId" and c.archived_at is null
        and (c.usage_limit is null or c.used < c.usage_limit) returning c.promotion_id
    ), people as (
      insert into promotions.customer_use as u (store_id, promotion_id, who, used)
      select ${ctx.storeId}, p.id, w.who, 1 from taken d join promotions.promotion p on p.id = d."promotionId" and p.customer_limit is not null,
        unnest(${who}::text[]) as w(who)
      on conflict (promotion_id, who) do update set used = u.used + 1
        where u.used < (select customer_limit from promotions.promotion where id = excluded.promotion_id)
      returning u.promotion_id
    ), kept as (
      insert into promotions.redemption (store_id, holder_kind, holder_id, promotion_id, code_id, currency, amount, who, state, created_at)
      select ${ctx.storeId}, ${holder.kind}, ${holder.id}, d."promotionId", d."codeId", ${currency}, d.amount, ${who}, 'used', ${ctx.now()} from taken d
    )
    select d."promotionId" as id from taken d
    join promotions.promotion p on p.id = d."promotionId"
    left join promotions.sum s on s.promotion_id = p.id and s.currency = ${currency}
    where not exists (select from counted where id = p.id)
      or (s.promotion_id is not null and not exists (select from spent where promotion_id = p.id))
      or (d."codeId" is not null and not exists (select from coded where promotion_id = p.id))
      or (p.customer_limit is not null and (select count(*) from people where promotion_id = p.id) < ${who.length})`.execute(
    ctx.db,
  )
  const gone = new Set(rows.map((row) => row.id))
  if (gone.size === 0) return
  throw UsedUp({ names: discounts.filter((each) => gone.has(each.promotionId)).map((each) => each.name) })
}

/** Gives back what a holder holds; asked again, nothing more. */
export async function releaseRedemptions(ctx: Ctx, holder: Holder): Promise<void> {
  const held = sql`r.store_id = ${ctx.storeId} and r.holder_kind = ${holder.kind} and r.holder_id = ${holder.id} and r.state = 'used'`
  await lock(ctx, sql`p.id in (select r.promotion_id from promotions.redemption r where ${held})`)
  await sql`
    with freed as (
      update promotions.redemption r set state = 'released', released_at = ${ctx.now()} where ${held} returning *
    ), counted as (
      update promotions.promotion p set used = used - 1 from freed f where p.id = f.promotion_id
    ), spent as (
      update promotions.sum s set spent_amount = spent_amount - f.amount from freed f
      where s.promotion_id = f.promotion_id and s.currency = f.currency
    ), coded as (
      update promotions.code c set used = used - 1 from freed f where c.id = f.code_id
    )
    update promotions.customer_use u set used = u.used - 1 from freed f
    where u.store_id = ${ctx.storeId} and u.promotion_id = f.promotion_id and u.who = any(f.who) and u.used > 0`.execute(
    ctx.db,
  )
}

/**
 * Statements of their own: the next ones see what the lock's last holder wrote. `no key`: the snapshot of an order
 * points at the promotion already, and must not stand in the way of another's count.
 */
async function lock(ctx: Ctx, which: RawBuilder<unknown>): Promise<void> {
  await sql`select p.id from promotions.promotion p where p.store_id = ${ctx.storeId} and ${which} order by p.id for no key update`.execute(
    ctx.db,
  )
}
