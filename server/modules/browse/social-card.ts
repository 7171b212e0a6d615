/**
 * GET /cards/:locale/:slug/:name: what is shown of a product where its page is shared, drawn when it is first asked for.
 *
 * The name says which version of the product at which price it shows, so that it may be kept for ever. Another name leads
 * to what is true now: nobody can have cards drawn of what never was. Where none can be drawn it leads to the picture.
 */
import { hours } from '#kit/clock.ts'
import { NotFound } from '#kit/failure.ts'
import { contextFor } from '#kit/invoke.ts'
import { directionOf, languageOf } from '#kit/language.ts'
import { formatMoney } from '@quayside/words'
import type { RawReply, RawRoute } from '#kit/raw-route.ts'
import { drawnCard } from '../media/index.ts'
import { currentSettings } from '../settings/index.ts'
import { product } from './product.ts'

const NAME = /^\d{1,10}-\d{1,16}-([A-Z]{3})\.jpg$/
/** So long it is held; who fetches it then has it drawn again. */
const KEPT = hours(1)

export const socialCard: RawRoute = {
  method: 'GET',
  path: '/cards/:locale/:slug/:name',
  maxBytes: 0,
  async handle({ params }, { app, call }) {
    const { locale = '', slug = '', name = '' } = params
    const [, currency] = NAME.exec(name) ?? []
    if (!currency) throw NotFound({})
    const asked = { ...call, hint: { ...call.hint, locale, currency } }
    const ctx = await contextFor(app, asked)
    if (ctx.scope.locale !== locale) throw NotFound({})
    const shown = await app.invoke(product, { slug }, asked)
    const { price, version } = shown
    const path = `/cards/${locale}/${encodeURIComponent(shown.slug)}/${version}-${price.amount}-${price.currency}.jpg`
    if (slug !== shown.slug || !path.endsWith(`/${name}`)) return leadTo(path)
    const [picture] = shown.pictures
    if (!picture) throw NotFound({})
    const card = {
      title: shown.name,
      price: formatMoney(price, locale),
      shop: (await currentSettings(ctx)).store.name,
      rightToLeft: directionOf(languageOf(locale)) === 'rtl',
    }
    const load = async () => (await drawnCard(app, picture.url, card))?.toString('base64') ?? null
    const drawn = await app.cache.read(`browse.card ${ctx.storeId} ${path}`, [], load, { ttlMs: KEPT })
    if (drawn === null) return leadTo(picture.url)
    return {
      status: 200,
      headers: {
        'content-type': 'image/jpeg',
        'cache-control': 'public, max-age=31536000, immutable',
        'cross-origin-resource-policy': 'cross-origin',
      },
      body: Buffer.from(drawn, 'base64'),
    }
  },
}

const leadTo = (location: string): RawReply => ({
  status: 302,
  headers: { location, 'cache-control': 'no-cache' },
})
