/** What a phone asks when the shop is put on its first screen: name, colours, icons, in the language of the page. */
import { languageOf, wordsFor } from '@quayside/words'
import { pageContext } from '../context.ts'
import icon192 from '../icons/192.png?url'
import icon512 from '../icons/512.png?url'
import { PAPER } from '../theme.ts'
import { readFrame } from '../frame.ts'
import { pathBehind, paths } from '../paths.ts'
import type { Route } from './+types/manifest.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { shop, locale, direction, base } = await readFrame(page)
  const words = wordsFor(languageOf(locale, page.firstLocale))
  const icons = Object.entries({ '192x192': icon192, '512x512': icon512 })
  return Response.json(
    {
      id: '/',
      name: shop,
      short_name: shop.slice(0, 12),
      description: words.shell.tagline,
      lang: locale,
      dir: direction,
      start_url: pathBehind(base, paths.home()),
      scope: '/',
      display: 'standalone',
      background_color: PAPER.light,
      theme_color: PAPER.light,
      icons: icons.flatMap(([sizes, src]) =>
        ['any', 'maskable'].map((purpose) => ({ src, sizes, type: 'image/png', purpose })),
      ),
    },
    { headers: { 'Content-Type': 'application/manifest+json' } },
  )
}
