/** Told to an account only when its owner has used the link while logged in: an account may have been opened with anybody's address. */
import { sql } from 'kysely'
import { Nothing, query } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Email, Instant, Nullable, shape, type Static } from '#kit/types.ts'
import { ownerOf } from './owner.ts'

const MyNewsletter = shape('MyNewsletter', {
  /** Where the letters go; null: none are sent, as far as this account has shown. */
  email: Nullable(Email),
  since: Nullable(Instant),
})

export const mine = query({
  id: 'newsletter.mine',
  summary: 'Whether I get the newsletter',
  rest: 'GET /me/newsletter',
  audience: 'shop',
  access: member,
  input: Nothing,
  output: MyNewsletter,
  async run(_, ctx) {
    const { rows } = await sql<Static<typeof MyNewsletter>>`
      select s.email, kit.utc(s.confirmed_at) as since from newsletter.subscription s
      where s.store_id = ${ctx.storeId} and s.person_id = ${ownerOf(ctx)} order by s.confirmed_at desc limit 1`.execute(
      ctx.db,
    )
    return rows[0] ?? { email: null, since: null }
  },
})
