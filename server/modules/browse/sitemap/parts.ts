/**
 * A sitemap in parts, of which none is ever whole in memory.
 *
 * The pages of a kind are cut by their ids into parts, alike for all languages, and each part is walked from its first id
 * on. Where the parts begin is looked at anew every twenty seconds at most.
 */
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { currentSettings, pagesIn } from '../../settings/index.ts'
import { sitemapSource, type SitemapSource } from './source.ts'

/** What the protocol allows (sitemaps.org), in bytes and addresses; and what an address of the longest slug takes at most. */
const MOST_BYTES = 50_000_000
const MOST_ADDRESSES = 10_000
const LONGEST_ADDRESS = 1_700
/** Read by one statement. */
const CHUNK = 1_000
const KEPT = seconds(20)
const STALE = seconds(10)

export interface Part {
  kind: string
  /** From 1 on. */
  number: number
  first: string
  /** Where the next one begins. */
  end: string | null
  locales: string[]
  count: number
  /** The newest of what is told in any language; null: nobody knows. */
  modifiedAt: string | null
}

export interface PageAddress {
  path: string
  modifiedAt: string | null
  /** In all its languages, this one among them. */
  alternates: { locale: string; path: string }[]
}

export async function partsOf(ctx: Ctx): Promise<Part[]> {
  const { locales } = await currentSettings(ctx)
  const spoken = locales.map(({ code }) => code)
  const key = `browse.sitemap ${ctx.storeId} ${ctx.scope.channelId} ${spoken.join()}`
  const load = async () => {
    const parts: Part[] = []
    for (const source of ctx.ports(sitemapSource).flat()) parts.push(...(await cut(source, spoken, ctx)))
    return parts
  }
  return ctx.app.cache.read(key, [], load, { ttlMs: KEPT, staleMs: STALE })
}

async function cut({ kind, pages }: SitemapSource, spoken: string[], ctx: Ctx): Promise<Part[]> {
  const size = Math.min(MOST_ADDRESSES, Math.floor(MOST_BYTES / LONGEST_ADDRESS / (spoken.length + 2)))
  const { rows } = await sql<Omit<Part, 'kind' | 'end'>>`
    select p.n / ${size}::int + 1 as number, min(p.id::text) filter (where p.n % ${size}::int = 0) as first,
      array_agg(distinct p.locale) as locales, count(*)::int as count, kit.utc(max(p.modified_at)) as "modifiedAt"
    from (select p.id, p.locale, p.modified_at, (dense_rank() over (order by p.id) - 1)::int as n from (${pages(ctx)}) p where p.locale = any(${spoken})) p
    group by 1 order by 1`.execute(ctx.app.pool.db)
  return rows.map((row, index) => ({ ...row, kind, end: rows[index + 1]?.first ?? null }))
}

/** Its addresses in a language, as it stands now. */
export async function* addressesOf(part: Part, locale: string, ctx: Ctx): AsyncGenerator<PageAddress[]> {
  const settings = await currentSettings(ctx)
  const at = (code: string, path: string) =>
    pagesIn(settings, code) + (path === '/' ? '' : path.split('/').map(encodeURIComponent).join('/')) || '/'
  for (let after: string | null = null; !ctx.signal.aborted;) {
    const rows = await readAfter(after, part, locale, ctx)
    yield rows.map(({ path, modifiedAt, alternates }) => ({
      path: at(locale, path),
      modifiedAt,
      alternates: alternates.map((each) => ({ ...each, path: at(each.locale, each.path) })),
    }))
    if (rows.length < CHUNK) return
    after = rows.at(-1)!.id
  }
}

type Row = PageAddress & { id: string }

async function readAfter(after: string | null, part: Part, locale: string, ctx: Ctx): Promise<Row[]> {
  const { kind, first, end } = part
  const { pages } = ctx
    .ports(sitemapSource)
    .flat()
    .find((source) => source.kind === kind)!
  const spoken = (await currentSettings(ctx)).locales.map(({ code }) => code)
  const { rows } = await sql<Row>`
    with chunk as materialized (
      select p.* from (${pages(ctx)}) p where p.locale = ${locale}
        and ${after === null ? sql`p.id >= ${first}::uuid` : sql`p.id > ${after}::uuid`} ${end === null ? sql`` : sql`and p.id < ${end}::uuid`}
      order by p.id limit ${sql.lit(CHUNK)}
    ), alternates as (
      select o.id, json_agg(json_build_object('locale', o.locale, 'path', o.path) order by array_position(${spoken}::text[], o.locale)) as alternates
      from (${pages(ctx)}) o where o.id in (select id from chunk) and o.locale = any(${spoken}) group by o.id
    )
    select c.id, c.path, kit.utc(c.modified_at) as "modifiedAt", a.alternates from chunk c join alternates a using (id) order by c.id`.execute(
    ctx.app.pool.db,
  )
  return rows
}
