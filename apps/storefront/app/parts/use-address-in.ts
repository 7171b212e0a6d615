/**
 * Where this page is in another language. A page whose address has a name of that language in it says so itself:
 *
 *     export const handle: InLanguages<typeof loader> = { pathIn: ({ product }, locale) => ... }
 */
import { useLocation, useMatches } from 'react-router'
import { pathBehind } from '../paths.ts'
import type { StorefrontLocale } from '../store.ts'

export type InLanguages<Loader extends (...given: never[]) => unknown> = {
  /** The page's path in that language, before what stands before all of its addresses. */
  pathIn: (loaded: Awaited<ReturnType<Loader>>, locale: string) => string
}

export function useAddressIn(): (of: StorefrontLocale) => string {
  const { pathname, search } = useLocation()
  const page = useMatches().at(-1)
  const own = page?.handle as InLanguages<() => unknown> | undefined
  return ({ code, path }) => {
    const there = own?.pathIn && page?.loaderData ? own.pathIn(page.loaderData, code) : pathname
    return pathBehind(path, there + search)
  }
}
