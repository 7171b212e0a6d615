/** Documents by their signed links, for browsers: no session, and nothing but the document. */
import { createHash } from 'node:crypto'
import { NotFound } from '#kit/failure.ts'
import { spokenOf } from '#kit/language.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { currentSettings } from '../../settings/index.ts'
import { readOrder } from '../access.ts'
import { toOrder } from '../view.ts'
import { DOCUMENT_PATH, isGood } from './links.ts'
import { STYLE, receipt } from './receipt.ts'

const styleHash = createHash('sha256').update(STYLE).digest('base64')

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
}

export const documents: RawRoute = {
  method: 'GET',
  path: DOCUMENT_PATH,
  maxBytes: 0,
  async handle({ params, query }, { app, call }) {
    const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
    const link = {
      orderId: params['orderId']!,
      kind: params['kind']!,
      until: text(query['until']),
      signature: text(query['signature']),
    }
    if (!isGood(app.config, link, app.clock())) throw NotFound({})
    const actor = { kind: 'system', name: 'documents' } as const
    const body = await app.inTransaction({ ...call, actor }, async (ctx) => {
      const { store } = await currentSettings(ctx)
      const row = await readOrder(link.orderId, ctx)
      const order = toOrder(row, { ...ctx, scope: { ...ctx.scope, locale: row.locale } })
      return receipt({ ...order, locale: spokenOf(row.locale, store.locale) }, store)
    })
    return { status: 200, headers: HEADERS, body }
  },
}
