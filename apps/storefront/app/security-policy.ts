/**
 * What a page may load and where it may send forms: itself, and the payment pages. Nothing inline but the scripts that
 * the page itself wrote: those with its nonce, or, of a page that is shown to many, those with one of these digests.
 */
import { createHash } from 'node:crypto'

export function securityPolicy(scripts: string, formOrigins: string[]): string {
  return [
    `default-src 'self'`,
    `script-src 'self' ${scripts}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    ['form-action', `'self'`, ...formOrigins].join(' '),
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ')
}

export const byNonce = (nonce: string) => `'nonce-${nonce}'`

/**
 * A drawn page with its nonce taken out, and the digests of the scripts that had it. A script that came into the page in any
 * other way had none, and does not run here either.
 */
export function byDigest(html: string, nonce: string): { html: string; scripts: string } {
  const mark = ` nonce="${nonce}"`
  const digests = new Set<string>()
  for (const [tag, text = ''] of html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)) {
    const opening = tag.slice(0, tag.indexOf('>'))
    if (text !== '' && opening.includes(mark))
      digests.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  }
  return { html: html.replaceAll(mark, ''), scripts: [...digests].join(' ') }
}
