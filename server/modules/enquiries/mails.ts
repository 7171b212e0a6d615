/** Brings what somebody wrote to the shop, to be answered by a reply; and tells them that it arrived. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { on } from '#kit/event.ts'
import { spokenOf } from '#kit/language.ts'
import { send } from '../messages/index.ts'
import { orderLink, readOrder } from '../orders/index.ts'
import { currentSettings, pagesIn } from '../settings/index.ts'
import { arrived } from './emails/arrived.ts'
import { toShop } from './emails/to-shop.ts'
import { readEnquiries, type StaffEnquiry } from './enquiry.ts'
import { enquiriesWritten } from './events.ts'

export const bring = on(enquiriesWritten, 'enquiries.bring', async ({ ids }, ctx) => {
  for (const enquiry of await readEnquiries(ctx, sql`e.id = any(${ids})`, ids.length)) {
    await bringOne(enquiry, ctx)
  }
})

async function bringOne(enquiry: StaffEnquiry, ctx: Ctx): Promise<void> {
  const settings = await currentSettings(ctx)
  const { store } = settings
  const about = { kind: enquiry.orderId ? 'order' : 'enquiry', id: enquiry.orderId ?? enquiry.id }
  await send(ctx, {
    ...toShop(enquiry, store),
    to: store.email,
    replyTo: enquiry.email,
    dedupeKey: `enquiries.toShop:${enquiry.id}`,
    about,
  })
  const pages = { ...ctx, origin: ctx.app.config.publicUrl + pagesIn(settings, enquiry.locale) }
  const link = enquiry.orderId ? orderLink(pages, await readOrder(enquiry.orderId, ctx)) : null
  await send(ctx, {
    ...arrived(enquiry, { store: store.name, locale: spokenOf(enquiry.locale, store.locale), link }),
    to: enquiry.email,
    dedupeKey: `enquiries.arrived:${enquiry.id}`,
    about,
  })
}
