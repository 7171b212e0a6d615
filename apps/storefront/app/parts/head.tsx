/** What a page tells search engines and those it is shared with; React lifts it into the document's head. */
import { truncate } from '@quayside/words'
import { standingOf, type Named } from '../standing.ts'
import type { PageKind, Picture } from '../store.ts'
import { titleOf } from '../title.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

type Props = {
  title: string
  /** Whose template makes the title. */
  kind?: PageKind
  description?: string | undefined
  /** The page's own path, made of its slug where it has one. */
  at?: (slug: string) => string
  named?: Named
  /** What staff wrote for search engines and those it is shared with, in place of title and description. */
  own?: { metaTitle: string | null; metaDescription: string | null }
  /** Not to be listed: somebody's own, or one of endless ways to look at a list. */
  hidden?: boolean
  picture?: Picture | null | undefined
  /** The path of one drawn for sharing, which is shown instead. */
  card?: string | undefined
}

/** More of it is shown nowhere. */
const MOST_SUMMARY = 160

/** In pixels, as the store draws them. */
const CARD = { width: 1200, height: 630 }

/** Facebook's word for it: https://ogp.me */
const OG_TYPE: Partial<Record<PageKind, string>> = { product: 'product', post: 'article' }

export function Head({ own, kind, at, named, hidden, picture, card, ...given }: Props) {
  const words = useWords()
  const frame = useFrame()
  const { shop, origin, locale, titles } = frame
  const title = own?.metaTitle || given.title
  const description = own?.metaDescription || given.description
  const whole = own?.metaTitle || titleOf({ title, shop, kind, titles }, words.shell.title)
  const summary = description && truncate(description, MOST_SUMMARY, locale)
  const standing = at && !hidden ? standingOf(frame, at, named) : null
  return (
    <>
      <title>{whole}</title>
      {summary && <meta name="description" content={summary} />}
      {hidden && <meta name="robots" content="noindex" />}
      {standing && (
        <>
          <link rel="canonical" href={standing.canonical} />
          {standing.alternates.map(({ hrefLang, href }) => (
            <link key={hrefLang} rel="alternate" hrefLang={hrefLang} href={href} />
          ))}
          <meta property="og:title" content={title} />
          <meta property="og:type" content={(kind && OG_TYPE[kind]) ?? 'website'} />
          <meta property="og:url" content={standing.canonical} />
          <meta property="og:site_name" content={shop} />
          <meta property="og:locale" content={locale.replace('-', '_')} />
          {summary && <meta property="og:description" content={summary} />}
          <meta name="twitter:card" content="summary_large_image" />
          {picture && (
            <>
              <meta property="og:image" content={new URL(card ?? picture.url, origin).href} />
              <meta property="og:image:width" content={String(card ? CARD.width : picture.width)} />
              <meta property="og:image:height" content={String(card ? CARD.height : picture.height)} />
              <meta property="og:image:alt" content={picture.alt || title} />
            </>
          )}
        </>
      )}
    </>
  )
}
