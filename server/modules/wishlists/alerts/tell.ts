/**
 * Looks, every few minutes, at all things of which somebody wants to be told, and writes one mail to each who has news.
 *
 * It asks instead of waiting for events, as prices also change by the clock: lists begin and end. What was last seen is
 * kept with the thing, and moves in the transaction that queues the mail: so each drop is told once, and a price that
 * rose can fall again.
 */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { languageOf } from '#kit/language.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { send } from '../../messages/index.ts'
import { currentSettings, localeChain, pagesIn } from '../../settings/index.ts'
import { newsLetter, type Piece } from '../emails/news.ts'
import { ONE_CLICK } from './one-click.ts'
import { stopToken } from './reader.ts'
import { watchedNow } from './watched-now.ts'

/** Members looked at together. */
const CHUNK = 100
const FIRST = '00000000-0000-0000-0000-000000000000'

export const tell = job({
  name: 'wishlists.tell',
  payload: Nothing,
  everyMs: minutes(5),
  priority: 'low',
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    let past: string | null = FIRST
    while (past && !ctx.signal.aborted)
      past = await ctx.app.inTransaction(call, (own) => tellNext(own, past!))
  },
})

interface News {
  personId: string
  email: string
  locale: string
  kind: 'drop' | 'back'
  was: number | null
  amount: number
  currency: string
  texts: Record<string, { name: string; slug: string }>
}

/** The last member looked at, when there may be more. */
async function tellNext(ctx: Ctx, past: string): Promise<string | null> {
  const { rows: readers } = await sql<{ id: string }>`
    select r.person_id as id from wishlists.reader r join identity.person p on p.id = r.person_id
    where r.store_id = ${ctx.storeId} and r.proved_at is not null and r.email = p.email and p.archived_at is null and p.state = 'active'
      and r.person_id > ${past} order by r.person_id limit ${CHUNK} for update of r`.execute(ctx.db)
  const ids = readers.map(({ id }) => id)
  const byPerson = Map.groupBy(await newsOf(ctx, ids), ({ personId }) => personId)
  for (const [personId, news] of byPerson) await write(ctx, personId, news)
  return readers.length === CHUNK ? ids.at(-1)! : null
}

async function newsOf(ctx: Ctx, personIds: string[]): Promise<News[]> {
  if (personIds.length === 0) return []
  const watched = sql`l.owner_id = any(${personIds}::uuid[]) and (i.tells_of_drop or i.tells_when_back)`
  const now = await watchedNow(ctx, watched)
  const { rows } = await sql<News>`
    with now as materialized (${now}), changed as (
      select i.id, i.list_id, i.product_id, i.currency, i.known_amount as was, now.amount,
        case when i.tells_of_drop and now.is_available and now.amount < i.known_amount then 'drop'
          when i.tells_when_back and now.is_available and not i.known_is_available then 'back' end as kind,
        now.is_available
      from now join wishlists.item i on i.id = now.id
      where (now.amount, now.is_available) is distinct from (i.known_amount, i.known_is_available)
      order by i.id for update of i
    ), seen as (
      update wishlists.item i set known_amount = coalesce(c.amount, i.known_amount), known_is_available = c.is_available
      from changed c where i.id = c.id
    )
    select l.owner_id as "personId", p.email, p.locale, c.kind, c.was, c.amount, c.currency,
      (select json_object_agg(t.locale, json_build_object('name', t.name, 'slug', t.slug)) from catalog.product_text t
        where t.product_id = c.product_id) as texts
    from changed c join wishlists.list l on l.id = c.list_id join identity.person p on p.id = l.owner_id
    where c.kind is not null order by l.owner_id, c.id`.execute(ctx.db)
  return rows
}

async function write(ctx: Ctx, personId: string, news: News[]): Promise<void> {
  const { email, locale } = news[0]!
  const settings = await currentSettings(ctx)
  const { publicUrl } = ctx.app.config
  const pages = `${publicUrl}${pagesIn(settings, locale)}`
  const chain = localeChain(settings, locale)
  const token = stopToken(ctx, personId)
  const pieces = news.map(({ kind, was, amount, currency, texts }): Piece => {
    const found = chain.find((each) => texts[each]) ?? Object.keys(texts)[0]!
    const { name, slug } = texts[found]!
    return { kind, was, now: { amount, currency }, name, url: `${pages}/p/${encodeURIComponent(slug)}` }
  })
  await send(ctx, {
    ...newsLetter({
      store: settings.store.name,
      locale,
      language: languageOf(locale),
      pieces,
      lists: `${pages}/account/lists`,
      stop: `${pages}/account/lists/alerts?stop=${token}`,
    }),
    to: email,
    endsAt: `${publicUrl}${ONE_CLICK}?token=${token}`,
    dedupeKey: `wishlist-news:${personId}:${ctx.now().getTime()}`,
    about: { kind: 'person', id: personId },
  })
}
