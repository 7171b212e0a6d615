/** Under which addresses search engines know a page: the one it is listed by, and those of its other languages. */
import { pathBehind } from './paths.ts'
import type { LocalSlug } from './store.ts'

/** What is named by a slug, in each language that it has a text in. */
export type Named = { slug: string; slugs: LocalSlug[] }

type Shop = { origin: string; locale: string; locales: { code: string; path: string }[] }

export type Standing = {
  canonical: string
  /** `x-default` is for whoever reads none of them; nothing where there is but one language. */
  alternates: { hrefLang: string; href: string }[]
}

/**
 * `at` makes the page's path of its slug. A page that shows another language's text, for want of one of its own, is listed
 * where that text is at home.
 */
export function standingOf(
  { origin, locale, locales }: Shop,
  at: (slug: string) => string,
  named?: Named,
): Standing {
  const everywhere = locales.map(({ code, path }) => {
    const slug = named ? named.slugs.find((each) => each.locale === code)?.slug : ''
    return { code, slug, href: slug === undefined ? null : origin + pathBehind(path, at(slug)) }
  })
  const there = everywhere.flatMap(({ code, slug, href }) => (href === null ? [] : [{ code, slug, href }]))
  const home =
    there.find(({ code }) => code === locale) ?? there.find(({ slug }) => slug === named?.slug) ?? there[0]
  const alternates = there.map(({ code, href }) => ({ hrefLang: code, href }))
  return {
    canonical: home?.href ?? origin + at(named?.slug ?? ''),
    alternates:
      alternates.length > 1 ? [...alternates, { hrefLang: 'x-default', href: alternates[0]!.href }] : [],
  }
}
