/** Whose lists they are, and how a command takes hold of one. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, Unauthenticated } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { derivedToken } from '#kit/seal.ts'
import { wishlistsChanged } from './events.ts'
import { MOST_LISTS, type Wishlist, type WishlistKind } from './wishlist.ts'
import { TooManyLists } from './failures.ts'

export interface Owner {
  id: string
  isGuest: boolean
}

export function ownerOf({ actor }: Ctx): Owner {
  if (actor.kind === 'person') return { id: actor.personId, isGuest: false }
  if (actor.kind === 'guest') return { id: actor.guestId, isGuest: true }
  throw Unauthenticated({})
}

export const shareToken = (ctx: Ctx, listId: string, round: number): string =>
  derivedToken(ctx.app.config.secret, 'wishlist link', `${listId} ${round}`)

export interface ListRow extends Omit<Wishlist, 'shareToken' | 'updatedAt'> {
  shareRound: number
  isShared: boolean
  updatedAt: Date
}

/** Columns of a list `l`. */
export const listColumns: RawBuilder<unknown> = sql`l.id, l.kind, l.name, l.is_default as "isDefault", l.version, l.updated_at as "updatedAt",
  l.share_round as "shareRound", l.share_token_hash is not null as "isShared",
  (select count(*)::int from wishlists.item i where i.list_id = l.id) as "itemCount"`

export function shownList(ctx: Ctx, { shareRound, isShared, updatedAt, ...list }: ListRow): Wishlist {
  return {
    ...list,
    shareToken: isShared ? shareToken(ctx, list.id, shareRound) : null,
    updatedAt: updatedAt.toISOString(),
  }
}

export async function ownLists(ctx: Ctx): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`
    select ${listColumns} from wishlists.list l where l.store_id = ${ctx.storeId} and l.owner_id = ${ownerOf(ctx).id}
    order by l.kind desc, l.is_default desc, l.created_at, l.id limit ${MOST_LISTS}`.execute(ctx.db)
  return rows
}

/** One's own; others' are not found. */
export async function ownList(ctx: Ctx, listId: string): Promise<ListRow> {
  const { rows } = await sql<ListRow>`
    select ${listColumns} from wishlists.list l
    where l.store_id = ${ctx.storeId} and l.id = ${listId} and l.owner_id = ${ownerOf(ctx).id}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0]
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockList(ctx: Ctx, listId: string, expectedVersion?: number): Promise<ListRow> {
  await sql`select from wishlists.list where store_id = ${ctx.storeId} and id = ${listId} and owner_id = ${ownerOf(ctx).id}
    for update`.execute(ctx.db)
  const list = await ownList(ctx, listId)
  if (expectedVersion !== undefined && expectedVersion !== list.version)
    throw StaleVersion({ currentVersion: list.version })
  return list
}

/** One at a time for whoever makes lists or brings them along, so that no limit is passed. */
export async function lockListsOf(ctx: Ctx, ownerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wishlists ${ctx.storeId} ${ownerId}`}, 7))`.execute(
    ctx.db,
  )
}

/** Theirs are locked. */
export async function insertList(
  ctx: Ctx,
  owner: Owner,
  list: { kind: WishlistKind; name: string; isDefault: boolean },
): Promise<string> {
  const id = newId()
  const { rows } = await sql`
    insert into wishlists.list (id, store_id, owner_id, is_guest, kind, name, is_default, created_at, updated_at)
    select ${id}, ${ctx.storeId}, ${owner.id}, ${owner.isGuest}, ${list.kind}, ${list.name}, ${list.isDefault}, ${ctx.now()}, ${ctx.now()}
    where (select count(*) from wishlists.list where store_id = ${ctx.storeId} and owner_id = ${owner.id}) < ${MOST_LISTS}
    returning id`.execute(ctx.db)
  if (rows.length === 0) throw TooManyLists({ limit: MOST_LISTS })
  return id
}

/** Where a thing goes when no list is named; it is made when it is needed first. */
export async function defaultList(ctx: Ctx, kind: WishlistKind, name: string): Promise<string> {
  const owner = ownerOf(ctx)
  await lockListsOf(ctx, owner.id)
  const { rows } = await sql<{ id: string }>`
    select id from wishlists.list where store_id = ${ctx.storeId} and owner_id = ${owner.id} and kind = ${kind} and is_default
    for update`.execute(ctx.db)
  return rows[0]?.id ?? insertList(ctx, owner, { kind, name, isDefault: true })
}

/** Raises its version and tells of it; answers with the list as it is now. */
export async function changedList(ctx: Ctx, listId: string): Promise<Wishlist> {
  await touchLists(ctx, [listId])
  return shownList(ctx, await ownList(ctx, listId))
}

export async function touchLists(ctx: Ctx, listIds: string[]): Promise<void> {
  if (listIds.length === 0) return
  await sql`update wishlists.list set version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = any(${listIds}::uuid[])`.execute(ctx.db)
  ctx.emit(wishlistsChanged, { ids: listIds })
}
