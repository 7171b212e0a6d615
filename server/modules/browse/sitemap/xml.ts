/** Sitemaps as the protocol writes them: https://www.sitemaps.org/protocol.html, with the alternates of a page beside it. */
import type { PageAddress } from './parts.ts'

export const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
export const OPEN_SET =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
export const CLOSE_SET = '</urlset>\n'

export function indexXml(parts: { url: string; modifiedAt: string | null }[]): string {
  const lines = parts.map(
    ({ url, modifiedAt }) => `<sitemap><loc>${escaped(url)}</loc>${lastmod(modifiedAt)}</sitemap>\n`,
  )
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</sitemapindex>\n`
}

/** `firstLocale` is what is meant for everybody whose language is not among those of the page. */
export function addressXml(
  { path, modifiedAt, alternates }: PageAddress,
  origin: string,
  firstLocale: string,
): string {
  const others =
    alternates.length > 1 ? alternates.map(({ locale, path }) => link(locale, origin + path)) : []
  const first = alternates.find(({ locale }) => locale === firstLocale)
  if (others.length > 0 && first) others.push(link('x-default', origin + first.path))
  return `<url><loc>${escaped(origin + path)}</loc>${lastmod(modifiedAt)}${others.join('')}</url>\n`
}

const link = (hreflang: string, href: string) =>
  `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escaped(href)}"/>`

const lastmod = (at: string | null) => (at === null ? '' : `<lastmod>${at}</lastmod>`)

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!)
