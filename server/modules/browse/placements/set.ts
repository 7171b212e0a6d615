/**
 * Pins products to the top of what is found for just these words, in their order, or buries them at its end.
 *
 * What is pinned is found also if none of the words is in it. It replaces what was said for the words before; with
 * nothing in it, nothing is said any more.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Text, Type } from '#kit/types.ts'
import { MOST_PLACEMENTS, phraseOf, pinnedAndBuried, steeringChanged, steeringSnapshot } from '../steering.ts'
import { MOST_BURIED, MOST_PINNED, SearchPlacements } from './placement.ts'

export const set = command({
  id: 'browse.placements.set',
  summary: 'Pin products to the top of a search, or bury them',
  rest: 'PUT /search/placements',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ q: Text(200), pinned: List(Id, MOST_PINNED), buried: List(Id, MOST_BURIED) }),
  output: SearchPlacements,
  async run({ q, pinned, buried }, ctx) {
    const phrase = phraseOf(q)
    if (phrase === '') throw invalid('q', 'no_word', 'There must be letters or digits in it.')
    const placed = [
      ...pinned.map((productId, place) => ({ productId, place, path: `pinned.${place}` })),
      ...buried.map((productId, index) => ({ productId, place: null, path: `buried.${index}` })),
    ]
    const known = await knownProducts(
      ctx,
      placed.map(({ productId }) => productId),
    )
    placed.forEach(({ productId, path }, index) => {
      if (!known.has(productId)) throw invalid(path, 'not_found', 'There is no such product.')
      if (placed.findIndex((each) => each.productId === productId) < index)
        throw invalid(path, 'duplicate', 'It is named already.')
    })
    const { placements } = await steeringSnapshot.load(ctx.db, ctx.storeId)
    const there = placements.filter((each) => each.phrase === phrase)
    if (placements.length - there.length + placed.length > MOST_PLACEMENTS)
      throw invalid('q', 'too_many', `There are ${MOST_PLACEMENTS} placements at most; remove some.`)
    await sql`delete from browse.placement where store_id = ${ctx.storeId} and phrase = ${phrase}`.execute(
      ctx.db,
    )
    await sql`insert into browse.placement (store_id, phrase, product_id, place, created_at)
      select ${ctx.storeId}, ${phrase}, p."productId", p.place, ${ctx.now()}
      from json_to_recordset(${JSON.stringify(placed)}) as p("productId" uuid, place int)`.execute(ctx.db)
    await steeringChanged(ctx)
    const before = { phrase, ...pinnedAndBuried(there) }
    const after = { phrase, pinned, buried }
    ctx.audit({ subject: 'browse.placement', subjectId: ctx.storeId, before, after })
    return after
  },
})

async function knownProducts(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from catalog.product where store_id = ${ctx.storeId} and id = any(${ids}::uuid[]) and archived_at is null`.execute(
    ctx.db,
  )
  return new Set(rows.map(({ id }) => id))
}
