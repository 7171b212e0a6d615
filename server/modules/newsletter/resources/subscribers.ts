/**
 * Readers in bulk, known by their address: those who get letters go out, each with the address that ends them for
 * whatever program sends the letters. Who agreed elsewhere comes in, with when and at which words.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { faultAt, type Column, type Fault, type Item, type Resource, type Row } from '#kit/resource.ts'
import { normalEmail, tidy } from '#kit/text.ts'
import { Email, Instant, Locale, Type, Url } from '#kit/types.ts'
import { newsletterChanged } from '../events.ts'
import { endsAt } from '../mails.ts'
import { Wording, hashOf } from '../subscription.ts'

/** On a page of an export. */
const PAGE = 1000

const columns: Column[] = [
  { name: 'email', shape: Email, required: true, normal: normalEmail },
  { name: 'locale', shape: Locale, required: true },
  { name: 'askedAt', shape: Instant, required: true },
  { name: 'confirmedAt', shape: Instant, required: true },
  { name: 'wording', shape: Wording, required: true, normal: tidy },
  // Told, and not read.
  { name: 'endUrl', shape: Url },
]

export const subscribers: Resource = {
  name: 'subscribers',
  summary: 'Who gets the newsletter',
  permissions: { read: 'newsletter.read', write: 'newsletter.write' },
  key: ['email'],
  narrow: Type.Object({ locale: Type.Optional(Locale) }, { additionalProperties: false }),
  columns: () => Promise.resolve(columns),
  tidy: (row) => ({ ...row, ...inFull(row, 'askedAt'), ...inFull(row, 'confirmedAt') }),
  async page(ctx, after, { locale }) {
    const rows = await read(
      ctx,
      sql`s.email > ${after ?? ''} and (${locale ?? null}::text is null or s.locale = ${locale ?? null})`,
    )
    return { rows, next: rows.length === PAGE ? String(rows.at(-1)!['email']) : null }
  },
  find: (ctx, rows) => read(ctx, sql`s.email = any(${rows.map(({ email }) => String(email))})`),
  check,
  write,
}

/** A moment with its thousandths. */
function inFull(row: Row, name: string): Row {
  const said = row[name]
  return typeof said === 'string' && !Number.isNaN(Date.parse(said))
    ? { [name]: new Date(said).toISOString() }
    : {}
}

async function read(ctx: Ctx, which: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.id, s.email, s.locale, kit.utc(s.asked_at) as "askedAt", kit.utc(s.confirmed_at) as "confirmedAt", s.wording
    from newsletter.subscription s where s.store_id = ${ctx.storeId} and s.state = 'confirmed' and ${which}
    order by s.email limit ${PAGE}`.execute(ctx.db)
  const { publicUrl, secret } = ctx.app.config
  return rows.map(({ id, ...row }) => ({ ...row, endUrl: endsAt(publicUrl, secret, String(id)) }))
}

async function check(ctx: Ctx, items: Item[]): Promise<Fault[]> {
  const { rows } = await sql<{ hash: Buffer; endedAt: Date }>`
    select email_hash as hash, max(ended_at) as "endedAt" from newsletter.subscription
    where store_id = ${ctx.storeId} and ended_at is not null
      and email_hash = any(${items.map(({ row }) => hashOf(ctx, String(row['email'])))}::bytea[])
    group by email_hash`.execute(ctx.db)
  const ended = new Map(rows.map(({ hash, endedAt }) => [hash.toString('hex'), endedAt]))
  return items.flatMap((item): Fault[] => {
    const { row, was } = item
    if (was) {
      const other = columns.find(({ name }) => (row[name] ?? null) !== (was[name] ?? null))
      return other
        ? [faultAt(item, other.name, 'fixed', 'What somebody agreed to is not changed by a file.')]
        : []
    }
    const last = ended.get(hashOf(ctx, String(row['email'])).toString('hex'))
    return last && last >= new Date(String(row['confirmedAt']))
      ? [faultAt(item, 'confirmedAt', 'too_early', 'They have ended the letters since.')]
      : []
  })
}

async function write(ctx: Ctx, items: Item[]): Promise<void> {
  const given = items.map(({ row }) => ({ ...row, id: newId() }))
  const { rows } = await sql<{ id: string }>`
    insert into newsletter.subscription as s (id, store_id, email, locale, wording, asked_at, confirmed_at, mailed_at)
    select g.id, ${ctx.storeId}, g.email, g.locale, g.wording, g."askedAt", g."confirmedAt", g."askedAt"
    from json_to_recordset(${JSON.stringify(given)})
      as g(id uuid, email text, locale text, wording text, "askedAt" timestamptz, "confirmedAt" timestamptz)
    on conflict (store_id, email) do update set locale = excluded.locale, wording = excluded.wording,
      asked_at = excluded.asked_at, confirmed_at = excluded.confirmed_at where s.confirmed_at is null
    returning id`.execute(ctx.db)
  if (rows.length > 0) ctx.emit(newsletterChanged, { ids: rows.map(({ id }) => id) })
}
