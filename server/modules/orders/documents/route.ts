/** Documents by their signed links, for browsers: no session, and nothing but the document. */
import { createHash } from 'node:crypto'
import { NotFound } from '#kit/failure.ts'
import { spokenOf } from '#kit/language.ts'
import type { Ctx } from '#kit/context.ts'
import type { RawRoute } from '#kit/raw-route.ts'
import { currentSettings } from '../../settings/index.ts'
import { readOrder } from '../access.ts'
import { readInvoice, type Invoice } from '../invoices/invoice.ts'
import { issueInvoices } from '../invoices/issue.ts'
import type { OrderRow } from '../rows.ts'
import { toOrder } from '../view.ts'
import { DOCUMENT_PATH, isGood } from './links.ts'
import { invoice } from './invoice.ts'
import { STYLE } from './paper.ts'
import { receipt } from './receipt.ts'

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
      const order = {
        ...toOrder(row, { ...ctx, scope: { ...ctx.scope, locale: row.locale } }),
        locale: spokenOf(row.locale, store.locale),
      }
      return link.kind === 'receipt'
        ? receipt(order, store)
        : invoice(order, await invoiceOf(ctx, row), store)
    })
    return { status: 200, headers: HEADERS, body }
  },
}

/** Opened before it was its turn, it is made now. */
async function invoiceOf(ctx: Ctx, row: OrderRow): Promise<Invoice> {
  const made = await readInvoice(ctx, row.id)
  if (made) return made
  await issueInvoices(ctx, row.id)
  const fresh = await readInvoice(ctx, row.id)
  if (!fresh) throw NotFound({})
  return fresh
}
