/** Where an address leads at which nothing stands any more. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Text, Type, shape, type Static } from '#kit/types.ts'
import { countHit } from './redirects/hits.ts'
import { LedOn, foldPath } from './redirects/redirect.ts'

const { to, status, elsewhere } = LedOn.properties
const RedirectTo = shape('RedirectTo', { to, status, elsewhere })

export const redirect = query({
  id: 'content.redirect',
  summary: 'Where an old address leads',
  description: 'Ask when nothing else stands at the address. What stands behind `?` is yours to hand on.',
  rest: 'GET /redirects',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ path: Text(2048) }),
  output: RedirectTo,
  failures: [NotFound],
  async run({ path }, ctx) {
    const { rows } = await sql<Static<typeof RedirectTo> & { id: string }>`
      select id, target as "to", status, elsewhere from content.redirect where store_id = ${ctx.storeId} and from_path = ${foldPath(path)}`.execute(
      ctx.db,
    )
    const [found] = rows
    if (!found) throw NotFound({})
    const { id, ...shown } = found
    countHit(ctx, id)
    return shown
  },
})
