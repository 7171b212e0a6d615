/** What search engines are asked to pass over: what is one visitor's, and the endless ways to narrow a list. */
import { NARROWING } from './list-query.ts'
import { paths, pathBehind } from './paths.ts'

/** Beginnings of addresses in every language. */
const PERSONAL = [
  paths.cart(),
  paths.checkout(),
  '/account',
  '/orders/',
  '/lists/',
  '/draft/',
  '/preview/',
  paths.login(),
  paths.signup(),
  paths.forgotPassword(),
  '/set-password',
  paths.viewed(),
  paths.heart(),
  paths.preferences(),
]
/** What stands in the address of a list that is somebody's own. Orders of a list and its pages are read, for they name the list. */
const ASKED = ['q', ...NARROWING]

type Told = {
  indexed: boolean
  /** What the shop asks besides. */
  disallow: string[]
  locales: { path: string }[]
  origin: string
}

/** https://www.rfc-editor.org/rfc/rfc9309 */
export function robotsText({ indexed, disallow, locales, origin }: Told): string {
  if (!indexed) return 'User-agent: *\nDisallow: /\n'
  const bases = locales.length > 0 ? locales.map(({ path }) => path) : ['']
  const lines = [
    ...bases.flatMap((base) => [...PERSONAL, ...disallow].map((path) => pathBehind(base, path))),
    ...ASKED.flatMap((name) => [`/*?${name}=`, `/*&${name}=`]),
  ]
  return [
    'User-agent: *',
    ...lines.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
}
