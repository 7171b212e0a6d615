/** `/sitemap.xml` and its parts, for search engines: as old as half a minute at most, and read only where something is new. */
import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { contextFor } from '#kit/invoke.ts'
import { sumOf } from '#kit/kept.ts'
import type { RawAround, RawReply, RawRoute } from '#kit/raw-route.ts'
import { currentSettings, isListed } from '../../settings/index.ts'
import { addressesOf, partsOf, type Part } from './parts.ts'
import { CLOSE_SET, HEAD, OPEN_SET, addressXml, indexXml } from './xml.ts'

const PART = /^([a-z]+)-([A-Za-z0-9-]+)-(\d{1,5})\.xml$/

export const sitemap: RawRoute = {
  method: 'GET',
  path: '/sitemap.xml',
  maxBytes: 0,
  async handle({ headers }, around) {
    const ctx = await opened(around)
    const parts = (await partsOf(ctx)).flatMap(({ kind, number, locales, modifiedAt }) =>
      locales.map((locale) => ({
        url: `${ctx.origin}/sitemap/${kind}-${locale}-${number}.xml`,
        modifiedAt,
      })),
    )
    const text = indexXml(parts)
    return sendXml(headers, sumOf(text), () => Readable.from([text]))
  },
}

export const sitemapPart: RawRoute = {
  method: 'GET',
  path: '/sitemap/:name',
  maxBytes: 0,
  async handle({ params, headers }, around) {
    const [, kind, locale = '', number] = PART.exec(params['name']!) ?? []
    const ctx = await opened(around)
    const part = (await partsOf(ctx)).find((each) => each.kind === kind && each.number === Number(number))
    if (!part?.locales.includes(locale)) throw NotFound({})
    const { store, locales } = await currentSettings(ctx)
    const sum = sumOf(JSON.stringify([part, ctx.origin, locale, locales]))
    return sendXml(headers, sum, () => Readable.from(written(part, locale, store.locale, ctx)))
  },
}

/** Asked for as pages are: a crawler counts as any visitor. There is none of what is not to be listed. */
async function opened({ app, address, call }: RawAround): Promise<Ctx> {
  await app.limits.take('shop.read', address, app.clock())
  const ctx = await contextFor(app, call)
  if (!isListed(await currentSettings(ctx), ctx.scope.channelId)) throw NotFound({})
  return ctx
}

async function* written(part: Part, locale: string, firstLocale: string, ctx: Ctx): AsyncGenerator<string> {
  yield HEAD + OPEN_SET
  for await (const addresses of addressesOf(part, locale, ctx))
    yield addresses.map((address) => addressXml(address, ctx.origin, firstLocale)).join('')
  yield CLOSE_SET
}

function sendXml(asked: IncomingHttpHeaders, sum: string, body: () => Readable): RawReply {
  const etag = `W/"${sum}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=20',
    vary: 'accept-encoding, quayside-store, quayside-channel',
    'x-robots-tag': 'noindex',
  }
  if (asked['if-none-match'] === etag) return { status: 304, headers }
  const zipped = /\bgzip\b/.test(String(asked['accept-encoding'] ?? ''))
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': 'application/xml; charset=utf-8',
      ...(zipped && { 'content-encoding': 'gzip' }),
    },
    body: zipped ? body().pipe(createGzip()) : body(),
  }
}
