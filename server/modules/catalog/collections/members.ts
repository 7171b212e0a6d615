/**
 * Which products a rule finds, kept true as products change.
 *
 * What holds of a product is a set of facts; a condition is fulfilled by a fact of its kind and subject. One join over
 * an index finds the conditions that the products at hand fulfil, so nothing is asked of collections that are not
 * concerned, and only rows that differ are written. A new rule is asked for all products by a job, chunk by chunk,
 * so that one that was cut off goes on where it stopped.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { on } from '#kit/event.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { categoriesChanged, collectionsChanged, productsChanged } from '../events.ts'

/** Products looked at in one transaction, well under a second. */
const CHUNK = 1_000
/** Before every product. */
export const FROM_THE_FIRST = '00000000-0000-0000-0000-000000000000'

/** Two at once could each write what the other has just made untrue. */
async function lockMembers(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catalog.members ${ctx.storeId}`}, 0))`.execute(
    ctx.db,
  )
}

interface Member {
  productId: string
  collectionId: string
  position: number
}

/**
 * What the rules, or one of them, find among these products.
 *
 * NOTE: each kind of fact names the products by the array. In a CTE PostgreSQL would take them for one or two, and
 * after a large import go through its tables once for each.
 */
async function found(ctx: Ctx, ids: string[], collectionId: string | null): Promise<Member[]> {
  const { rows } = await sql<Member>`
    with recursive up as (
      select pc.product_id, c.id as category_id, c.parent_id from catalog.product_category pc
      join catalog.category c on c.id = pc.category_id and c.archived_at is null where pc.product_id = any(${ids}::uuid[])
      union select up.product_id, c.id, c.parent_id from up join catalog.category c on c.id = up.parent_id and c.archived_at is null
    ), fact as (
      select p.id as product_id, k.kind, case k.kind when 'type' then p.product_type_id else p.store_id end as subject_id,
          null::bigint as number, null::boolean as flag
        from catalog.product p cross join (values ('every'), ('featured'), ('type')) as k(kind)
        where p.id = any(${ids}::uuid[]) and (k.kind <> 'featured' or p.featured)
      union all select product_id, 'category', category_id, null, null from up
      union all select a.product_id, a.kind, coalesce(a.choice_id, a.attribute_id), a.thousandths, a.flag
        from catalog.product_attribute a where a.product_id = any(${ids}::uuid[])
      union all select v.product_id, 'option_value', vv.value_id, null, null
        from catalog.variant v join catalog.variant_value vv on vv.variant_id = v.id
        where v.product_id = any(${ids}::uuid[]) and v.archived_at is null
    ), asked as materialized (
      select c.id, c.matching, count(*) as conditions from catalog.collection c join catalog.collection_condition n on n.collection_id = c.id
      where c.store_id = ${ctx.storeId} and c.kind = 'rule' and c.archived_at is null and (${collectionId}::uuid is null or c.id = ${collectionId}::uuid)
      group by c.id
    ), fulfilled as (
      select f.product_id, n.collection_id, count(distinct n.position) as conditions from fact f
      join catalog.collection_condition n on n.store_id = ${ctx.storeId} and n.kind = f.kind and n.subject_id = f.subject_id
        and (n.lowest is null or f.number >= n.lowest) and (n.highest is null or f.number <= n.highest) and (n.flag is null or f.flag = n.flag)
      group by f.product_id, n.collection_id
    )
    select f.product_id as "productId", f.collection_id as "collectionId", p.position
    from fulfilled f join asked a on a.id = f.collection_id and (a.matching = 'any' or a.conditions = f.conditions)
    join catalog.product p on p.id = f.product_id and p.archived_at is null`.execute(ctx.db)
  return rows
}

/** Those that are members by now. */
async function members(ctx: Ctx, ids: string[], collectionId: string | null): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.product_id as "productId", m.collection_id as "collectionId", m.position
    from catalog.collection_product m join catalog.collection c on c.id = m.collection_id and c.kind = 'rule' and c.archived_at is null
    where m.store_id = ${ctx.storeId} and m.product_id = any(${ids}::uuid[]) and (${collectionId}::uuid is null or c.id = ${collectionId}::uuid)`.execute(
    ctx.db,
  )
  return rows
}

/** Writes what differs, and tells of the collections that have others in them now. Needs `lockMembers` before. */
async function renew(ctx: Ctx, productIds: string[], collectionId: string | null): Promise<void> {
  const nameOf = (member: Member) => `${member.productId} ${member.collectionId}`
  const now = await members(ctx, productIds, collectionId)
  const right = await found(ctx, productIds, collectionId)
  const wanted = new Set(right.map(nameOf))
  const known = new Map(now.map((member) => [nameOf(member), member.position]))
  const gone = now.filter((member) => !wanted.has(nameOf(member)))
  const come = right.filter((member) => known.get(nameOf(member)) !== member.position)
  if (gone.length > 0)
    await sql`delete from catalog.collection_product m
      using unnest(${gone.map((member) => member.productId)}::uuid[], ${gone.map((member) => member.collectionId)}::uuid[]) as g(product_id, collection_id)
      where m.store_id = ${ctx.storeId} and m.product_id = g.product_id and m.collection_id = g.collection_id`.execute(
      ctx.db,
    )
  if (come.length > 0)
    await sql`insert into catalog.collection_product (store_id, product_id, collection_id, position)
      select ${ctx.storeId}, c.* from unnest(${come.map((member) => member.productId)}::uuid[], ${come.map((member) => member.collectionId)}::uuid[],
        ${come.map((member) => member.position)}::int[]) as c
      on conflict (collection_id, product_id) do update set position = excluded.position`.execute(ctx.db)
  const ids = [...new Set([...gone, ...come].map((member) => member.collectionId))]
  if (ids.length > 0) ctx.emit(collectionsChanged, { ids })
}

export const reactions = [
  on(productsChanged, 'catalog.members', async ({ ids }, ctx) => {
    await lockMembers(ctx)
    await renew(ctx, ids, null)
  }),
  // A branch that moved or went concerns all below it, also in collections that ask for what was above.
  on(categoriesChanged, 'catalog.memberBranches', async (_, ctx) => {
    await sql`update catalog.collection c set fill_after = ${FROM_THE_FIRST}
      where c.store_id = ${ctx.storeId} and c.kind = 'rule' and c.archived_at is null
        and exists (select from catalog.collection_condition n where n.collection_id = c.id and n.kind = 'category')`.execute(
      ctx.db,
    )
  }),
]

export const fillCollections = job({
  name: 'catalog.fillCollections',
  payload: Nothing,
  everyMs: seconds(5),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    while (await ctx.app.inTransaction(call, fillNext)) if (ctx.signal.aborted) return
  },
})

/** True when there may be more. */
async function fillNext(ctx: Ctx): Promise<boolean> {
  await lockMembers(ctx)
  const { rows } = await sql<{ id: string; fillAfter: string }>`
    select id, fill_after as "fillAfter" from catalog.collection
    where store_id = ${ctx.storeId} and fill_after is not null order by id limit 1 for update`.execute(ctx.db)
  const [next] = rows
  if (!next) return false
  const { rows: chunk } = await sql<{ id: string }>`
    select id from catalog.product where store_id = ${ctx.storeId} and id > ${next.fillAfter} order by id limit ${CHUNK}`.execute(
    ctx.db,
  )
  const ids = chunk.map(({ id }) => id)
  await renew(ctx, ids, next.id)
  await sql`update catalog.collection set fill_after = ${ids.length < CHUNK ? null : ids.at(-1)!}
    where store_id = ${ctx.storeId} and id = ${next.id}`.execute(ctx.db)
  return true
}
