/**
 * A page of products with its facets, counted where the page is found: one statement looks for both.
 *
 * Counts are kept until the read model changes, in other processes for half a minute. What is asked meanwhile, such as
 * the next page, is found without counting.
 */
import { createHash } from 'node:crypto'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { entriesTag } from './entries.ts'
import type { SearchFacets } from './facets.ts'
import { find, groundOf, type Found, type Sought, type Wish } from './find.ts'

const KEPT = seconds(30)

/** `sought` is what the wish looks for, wherever the page begins and however it is ordered. */
export async function findCounted(
  sought: Sought,
  wish: Wish,
  ctx: Ctx,
): Promise<Found & { facets: SearchFacets }> {
  // What an engine found is long.
  const key = `browse.facets ${createHash('sha256')
    .update(JSON.stringify([await groundOf(ctx), sought]))
    .digest('base64')}`
  let page: Found | undefined
  const count = async () => {
    page = await find({ ...wish, counted: true }, ctx)
    return page.facets!
  }
  const facets = await ctx.app.cache.read(key, [entriesTag(ctx.storeId)], count, { ttlMs: KEPT })
  return { ...(page ?? (await find(wish, ctx))), facets }
}
