/** The journal as an Atom feed (RFC 4287), one for each language: whoever follows it reads of new entries without looking. */
import { languageOf, wordsFor } from '@quayside/words'
import { pathBehind, paths } from './paths.ts'
import type { PostCard } from './store.ts'

type Told = {
  shop: string
  locale: string
  origin: string
  base: string
  /** The newest first. */
  posts: Pick<PostCard, 'id' | 'slug' | 'title' | 'summary' | 'author' | 'publishedAt'>[]
  /** When nothing was written yet. */
  now: Date
}

export function journalFeed({ shop, locale, origin, base, posts, now }: Told): string {
  const words = wordsFor(languageOf(locale)).content
  const at = (path: string) => escaped(origin + pathBehind(base, path))
  const entries = posts.map(
    ({ id, slug, title, summary, author, publishedAt }) => `<entry>
<id>urn:uuid:${id}</id>
<title>${escaped(title)}</title>
<link rel="alternate" type="text/html" href="${at(paths.post(slug))}"/>
<published>${publishedAt}</published>
<updated>${publishedAt}</updated>
<author><name>${escaped(author || shop)}</name></author>
<summary>${escaped(summary)}</summary>
</entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(locale)}">
<id>${at(paths.journalFeed())}</id>
<title>${escaped(`${shop} · ${words.journal}`)}</title>
<subtitle>${escaped(words.journalLead)}</subtitle>
<link rel="self" type="application/atom+xml" href="${at(paths.journalFeed())}"/>
<link rel="alternate" type="text/html" href="${at(paths.journal())}"/>
<updated>${posts[0]?.publishedAt ?? now.toISOString()}</updated>
${entries.join('')}</feed>
`
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Control signs, for which XML has no word. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

const escaped = (text: string) => text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (sign) => SIGNS[sign]!)
