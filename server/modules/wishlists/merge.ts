/**
 * What happens to a guest's lists when they log in or sign up.
 *
 * A list that the account has too (the usual one, what was set aside from the cart, or one of the same name) takes in
 * what is on the guest's: of one thing the account's stays, and a list holds 200 things, of the guest's the newest. The
 * others become the account's as they are; beyond 20 lists their things go to the usual one. Links of guests' lists that
 * were poured into another end.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { SignedIn } from '../identity/index.ts'
import { lockListsOf, touchLists } from './owned.ts'
import { MOST_ITEMS, MOST_LISTS } from './wishlist.ts'

interface Brought {
  id: string
  kind: string
  name: string
  isDefault: boolean
}

export async function mergeLists({ guestId, personId }: SignedIn, ctx: Ctx): Promise<void> {
  if (!guestId) return
  await lockListsOf(ctx, personId)
  const theirs = await listsOf(ctx, guestId)
  if (theirs.length === 0) return
  const own = await listsOf(ctx, personId)
  const changed = new Set<string>()
  for (const list of theirs) {
    const into = targetOf(list, own)
    if (into) await pour(ctx, list.id, into.id)
    else own.push(await give(ctx, list, personId))
    changed.add(list.id).add(into?.id ?? list.id)
  }
  await touchLists(ctx, [...changed].toSorted())
}

/** In the order in which they are locked. */
async function listsOf(ctx: Ctx, ownerId: string): Promise<Brought[]> {
  const { rows } = await sql<Brought>`
    select id, kind, name, is_default as "isDefault" from wishlists.list where store_id = ${ctx.storeId} and owner_id = ${ownerId}
    order by id for update`.execute(ctx.db)
  return rows.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
}

function targetOf(list: Brought, own: Brought[]): Brought | undefined {
  const usual = own.find(({ kind, isDefault }) => kind === list.kind && isDefault)
  if (list.isDefault) return usual
  const same = own.find(({ kind, name }) => kind === list.kind && name === list.name)
  return same ?? (own.length >= MOST_LISTS ? usual : undefined)
}

async function give(ctx: Ctx, list: Brought, personId: string): Promise<Brought> {
  await sql`update wishlists.list set owner_id = ${personId}, is_guest = false where store_id = ${ctx.storeId} and id = ${list.id}`.execute(
    ctx.db,
  )
  return list
}

async function pour(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  await sql`
    with coming as (
      select i.*, row_number() over (order by i.created_at desc, i.id desc) as place from wishlists.item i
      where i.store_id = ${ctx.storeId} and i.list_id = ${fromId} and not exists (
        select from wishlists.item m where m.list_id = ${intoId} and m.product_id = i.product_id and m.variant_id is not distinct from i.variant_id)
    )
    update wishlists.item i set list_id = ${intoId} from coming c
    where i.store_id = ${ctx.storeId} and i.id = c.id
      and c.place <= ${MOST_ITEMS} - (select count(*) from wishlists.item where list_id = ${intoId})`.execute(
    ctx.db,
  )
  await sql`delete from wishlists.item where store_id = ${ctx.storeId} and list_id = ${fromId}`.execute(
    ctx.db,
  )
  await sql`delete from wishlists.list where store_id = ${ctx.storeId} and id = ${fromId}`.execute(ctx.db)
}
