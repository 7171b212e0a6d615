/** Brings in a picture from an address that somebody named, through the same door as every upload. */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { sqlState } from '#kit/db.ts'
import { fetchPublic } from '#kit/fetch-public.ts'
import type { Ctx } from '#kit/context.ts'
import type { Call } from '#kit/invoke.ts'
import { admit } from './admit.ts'
import { contentOf } from './content.ts'
import { keepRow } from './store.ts'
import { MOST_PICTURE_BYTES } from './types.ts'

const TAKEN = '23505'
const LONGEST_NAME = 200

/**
 * Once for each address, also when two do it at the same time. Call it outside of any transaction. Throws NotFetched, or
 * what uploads throw.
 */
export async function fetchPicture(
  app: App,
  call: Call,
  address: string,
  signal: AbortSignal,
): Promise<void> {
  if (await app.inTransaction(call, (ctx) => isThere(ctx, address))) return
  const body = await fetchPublic(address, {
    mostBytes: MOST_PICTURE_BYTES,
    alsoFrom: app.config.fetchFrom,
    signal,
  })
  const wanted = { name: nameOf(address), type: 'image/jpeg', visibility: 'public' as const }
  const file = await admit(app, contentOf(body), wanted)
  try {
    await app.inTransaction(call, (ctx) => keepRow(ctx, { ...file, source: address }))
  } catch (error) {
    await app.storage.remove(file.key)
    if (sqlState(error) !== TAKEN) throw error // somebody else has brought it in meanwhile
  }
}

async function isThere(ctx: Ctx, address: string): Promise<boolean> {
  const { rows } = await sql`
    select from media.file where store_id = ${ctx.storeId} and source = ${address} and archived_at is null`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** The last part of the address, as what it was called; it is never a path here. */
function nameOf(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  let name = last
  try {
    name = decodeURIComponent(last)
  } catch {
    // As it stands, then.
  }
  return name.replace(/[\p{Cc}/\\]/gu, '').slice(0, LONGEST_NAME) || 'picture'
}
