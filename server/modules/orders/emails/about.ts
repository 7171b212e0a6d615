/** All that a mail about an order is made of: in its buyer's language, with links to the pages in it. */
import type { Ctx } from '#kit/context.ts'
import { spokenOf } from '#kit/language.ts'
import { currentSettings, pagesIn } from '../../settings/index.ts'
import type { OrderRow } from '../rows.ts'
import { keepLink, orderLink } from '../token.ts'
import { toOrder } from '../view.ts'
import type { About } from './letter.ts'

export async function aboutOrder(ctx: Ctx, row: OrderRow): Promise<About> {
  const settings = await currentSettings(ctx)
  const { store } = settings
  const pages = { ...ctx, origin: ctx.app.config.publicUrl + pagesIn(settings, row.locale) }
  return {
    store: store.name,
    locale: spokenOf(row.locale, store.locale),
    timeZone: store.timeZone,
    order: toOrder(row, { ...ctx, scope: { ...ctx.scope, locale: row.locale } }),
    link: orderLink(pages, row),
    keepLink: row.customer_id === null ? keepLink(pages, row) : null,
  }
}
