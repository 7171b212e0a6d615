/** What somebody wrote to the shop. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { tidy } from '#kit/text.ts'
import { Email, Id, Instant, Locale, Nullable, Text, shape, type Static } from '#kit/types.ts'
import { enquiriesWritten } from './events.ts'

export const Subject = Text(150)
export const Body = Text(5000)

export const Enquiry = shape('Enquiry', { id: Id, subject: Subject, text: Body, createdAt: Instant })
export type Enquiry = Static<typeof Enquiry>

export const StaffEnquiry = shape('StaffEnquiry', {
  id: Id,
  orderId: Nullable(Id),
  orderNumber: Nullable(Text(20)),
  name: Text(120),
  email: Email,
  /** In which they write. */
  locale: Locale,
  subject: Subject,
  text: Body,
  createdAt: Instant,
})
export type StaffEnquiry = Static<typeof StaffEnquiry>

/** A row for staff, of `e`, an enquiry, and `o`, its order or none. */
export const STAFF = sql`e.id, e.order_id as "orderId", o.number::text as "orderNumber", e.name, e.email, e.locale, e.subject, e.body as text, kit.utc(e.created_at) as "createdAt"`

/** `which` is a condition on `e`. The newest first. */
export async function readEnquiries(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<StaffEnquiry[]> {
  const { rows } = await sql<StaffEnquiry>`
    select ${STAFF} from enquiries.enquiry e left join orders.order o on o.id = e.order_id
    where e.store_id = ${ctx.storeId} and ${which} order by e.created_at desc, e.id desc limit ${limit}`.execute(
    ctx.db,
  )
  return rows
}

export interface NewEnquiry {
  orderId: string | null
  name: string
  email: string
  subject: string
  text: string
}

/** Keeps it; the mails follow. */
export async function keepEnquiry(ctx: Ctx, { orderId, email, ...given }: NewEnquiry): Promise<Enquiry> {
  const [name, subject] = [said(tidy(given.name), 'name'), said(tidy(given.subject), 'subject')]
  const text = said(given.text.normalize('NFC').replace(/\r\n?/g, '\n').trim(), 'text')
  const id = ctx.id()
  await sql`
    insert into enquiries.enquiry (id, store_id, order_id, name, email, locale, subject, body, created_at)
    values (${id}, ${ctx.storeId}, ${orderId}, ${name}, ${email}, ${ctx.scope.locale}, ${subject}, ${text}, ${ctx.now()})`.execute(
    ctx.db,
  )
  ctx.emit(enquiriesWritten, { ids: [id] })
  return { id, subject, text, createdAt: ctx.now().toISOString() }
}

function said(text: string, path: string): string {
  if (text === '') throw invalid(path, 'required', 'There must be words in it.')
  return text
}
