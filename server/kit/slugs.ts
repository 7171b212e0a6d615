/**
 * Slugs: unique per store and language among what is live, stable when a name changes.
 *
 * A slug made from a name gets a number when it is taken, also when it once led to
 * something else, so that old links keep their meaning. A slug that somebody asks for
 * may take over such an old link, but never a live one.
 */
import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import { invalid } from './failure.ts'
import { slugOf } from './text.ts'

/** What bears slugs, and where they stand: `live` ones in `texts`, those that were replaced in `history`. */
export interface Slugged {
  /** Such as `product`; for people too. */
  name: string
  /** Has store_id, locale, slug, live and `key`. */
  texts: string
  /** Has store_id, locale, slug, replaced_at and `key`. */
  history: string
  /** The column that names the one who bears it. */
  key: string
}

export interface SlugWish {
  locale: string
  name: string
  /** Asked for by somebody; otherwise it is made from the name. */
  slug?: string | undefined
  /** Where the slug stands in the input. */
  path: string
}

/** How many numbers are tried before a piece of the id takes their place. */
const MOST_NUMBERS = 200

/** Whoever gives slugs waits here, so that two do not give the same. */
export async function lockSlugs(ctx: Ctx, kind: Slugged): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`slugs ${kind.texts} ${ctx.storeId}`}, 0))`.execute(
    ctx.db,
  )
}

/**
 * The slugs to use, by language. Needs `lockSlugs` before.
 *
 * One after the other is looked up in the index, until one is free. NOTE: with `not exists` PostgreSQL joins instead,
 * and reads every text of the store.
 */
export async function chooseSlugs(
  ctx: Ctx,
  kind: Slugged,
  id: string,
  wishes: SlugWish[],
): Promise<Map<string, string>> {
  if (wishes.length === 0) return new Map()
  const [texts, history, key] = tables(kind)
  const asked = wishes.map(({ locale, name, slug }) => ({
    locale,
    base: slugOf(slug ?? name),
    numbers: slug === undefined ? MOST_NUMBERS : 1,
  }))
  const { rows } = await sql<{ locale: string; base: string; slug: string | null }>`
    select w.locale, w.base, (
      select c.slug from (select case n when 1 then w.base else w.base || '-' || n end as slug from generate_series(1, w.numbers) n order by n) c
      where (select true from ${texts} t where t.store_id = ${ctx.storeId} and t.locale = w.locale and t.slug = c.slug and t.live and t.${key} <> ${id} limit 1) is null
        and (w.numbers = 1 or (select true from ${history} h
          where h.store_id = ${ctx.storeId} and h.locale = w.locale and h.slug = c.slug and h.${key} <> ${id} limit 1) is null)
      limit 1) as slug
    from json_to_recordset(${JSON.stringify(asked)}) as w(locale text, base text, numbers int)`.execute(
    ctx.db,
  )
  return new Map(
    rows.map(({ locale, base, slug }) => {
      const wish = wishes.find((each) => each.locale === locale)!
      if (slug === null && wish.slug !== undefined)
        throw invalid(
          wish.path,
          'taken',
          `Another ${kind.name} has this address already. Choose another one.`,
        )
      return [locale, slug ?? `${base}-${id.slice(-12)}`]
    }),
  )
}

/** Keeps the slugs that `texts` replaces, and forgets those that are in use again. Call it before they are written. */
export async function keepOldSlugs(
  ctx: Ctx,
  kind: Slugged,
  id: string,
  now: { locale: string; slug: string }[],
): Promise<void> {
  const [texts, history, key] = tables(kind)
  await sql`
    with given as (select * from json_to_recordset(${JSON.stringify(now)}) as g(locale text, slug text)
    ), freed as (
      delete from ${history} h using given g where h.store_id = ${ctx.storeId} and h.locale = g.locale and h.slug = g.slug
    )
    insert into ${history} as h (store_id, locale, slug, ${key}, replaced_at)
    select ${ctx.storeId}, t.locale, t.slug, t.${key}, ${ctx.now()}
    from ${texts} t join given g on g.locale = t.locale where t.store_id = ${ctx.storeId} and t.${key} = ${id} and t.slug <> g.slug
    on conflict (store_id, locale, slug) do update set ${key} = excluded.${key}, replaced_at = excluded.replaced_at`.execute(
    ctx.db,
  )
}

/**
 * The id that an address leads to, as SQL text: what bears the slug now, in the first of the languages that knows
 * it, else what bore it last. Null when nobody ever did. `slug`, `storeId` and `locales` are parameters such as `$1`.
 */
export function idBySlug(kind: Slugged, given: { slug: string; storeId: string; locales: string }): string {
  const { texts, history, key } = kind
  const inThem = `t.store_id = ${given.storeId} and t.slug = ${given.slug} and t.locale = any(${given.locales})`
  const first = `order by array_position(${given.locales}, t.locale) limit 1`
  return `coalesce(
    (select t.${key} from ${texts} t where ${inThem} and t.live ${first}),
    (select t.${key} from ${history} t where ${inThem} ${first}))`
}

function tables(kind: Slugged) {
  return [sql.raw(kind.texts), sql.raw(kind.history), sql.raw(kind.key)] as const
}

/** One text per language; `path` is that of the list. */
export function checkTexts(texts: { locale: string }[], path: string): void {
  texts.forEach(({ locale }, index) => {
    if (texts.findIndex((each) => each.locale === locale) < index)
      throw invalid(`${path}.${index}.locale`, 'duplicate', 'There is a text in this language already.')
  })
}
