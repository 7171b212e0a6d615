/**
 * Where this page is in another language. A page whose address names something says by which slug:
 *
 *     export const handle: InLanguages<typeof loader> = {
 *       path: ({ product }, slugOf) => paths.product(slugOf(product)),
 *     }
 */
import { useLocation, useMatches } from 'react-router'
import { pathBehind } from '../paths.ts'
import type { LocalSlug, StorefrontLocale } from '../store.ts'
import { useFrame } from './use-frame.ts'

type Named = { slug: string; slugs: LocalSlug[] }

export type InLanguages<Loader extends (...given: never[]) => unknown> = {
  path: (loaded: Awaited<ReturnType<Loader>>, slugOf: (named: Named) => string) => string
}

export function useAddressIn(): (language: StorefrontLocale) => string {
  const { pathname, search } = useLocation()
  const { locales } = useFrame()
  const page = useMatches().at(-1)
  const own = page?.handle as InLanguages<() => unknown> | undefined
  return ({ code, path }) => {
    // What has no text in a language is shown, and found, in the shop's first one.
    const slugOf = ({ slug, slugs }: Named) =>
      [code, locales[0]?.code]
        .map((locale) => slugs.find((each) => each.locale === locale)?.slug)
        .find(Boolean) ?? slug
    const there = own?.path && page?.loaderData ? own.path(page.loaderData, slugOf) : pathname
    return pathBehind(path, there + search)
  }
}
