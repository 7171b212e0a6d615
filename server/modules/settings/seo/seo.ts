/**
 * What search engines are told: whether the shop may be listed, which addresses they pass over, and how its pages are titled.
 *
 * Read with the other settings, from memory.
 */
import { Flag, Key, List, Locale, Text, Type, Version, Words, shape, type Static } from '#kit/types.ts'
import type { Settings } from '../settings.ts'

/** Languages times kinds. */
const MOST_TITLES = 200
const MOST_PATHS = 100
const MOST_CHANNELS = 50

export const PageKind = Words('PageKind', 'home', 'product', 'category', 'collection', 'page', 'post')
/** `{title}` and `{shop}` stand for what the page and the store are called. */
export const TitlePattern = Text(200)

export const TitleTemplate = shape('TitleTemplate', { kind: PageKind, locale: Locale, title: TitlePattern })

export const SeoSettings = shape(
  'SeoSettings',
  {
    /** False: search engines are asked to stay away. */
    indexed: Flag,
    /** Codes of channels that they stay out of. */
    hiddenChannels: List(Key, MOST_CHANNELS),
    /** Beginnings of addresses, such as `/pages/press`. */
    disallow: List(
      Type.String({
        pattern: '^/[^\\s#]*$',
        maxLength: 200,
        scalar: 'Text',
        examples: ['/pages/press'],
      }),
      MOST_PATHS,
    ),
    titles: List(TitleTemplate, MOST_TITLES),
    version: Version,
  },
  { description: 'What search engines are told of the store.' },
)
export type SeoSettings = Static<typeof SeoSettings>

/** JSON, as SQL; `s` is a settings.store. */
export const SEO = `coalesce((select json_build_object('indexed', e.indexed, 'hiddenChannels', e.hidden_channels, 'disallow', e.disallow, 'titles', e.titles,
        'version', e.version) from settings.seo e where e.store_id = s.id),
        '{"indexed": true, "hiddenChannels": [], "disallow": [], "titles": [], "version": 1}')`

/** Whether search engines may list what a channel shows. */
export function isListed({ seo, channels }: Settings, channelId: string): boolean {
  const code = channels.find(({ id }) => id === channelId)?.code
  return seo.indexed && !seo.hiddenChannels.includes(code ?? '')
}

/** How pages are titled; `locales` are the reader's, the best first. */
export function titlesIn({ seo }: Settings, locales: string[]) {
  const titles = new Map<Static<typeof PageKind>, string>()
  for (const locale of locales)
    for (const each of seo.titles)
      if (each.locale === locale && !titles.has(each.kind)) titles.set(each.kind, each.title)
  return [...titles].map(([kind, title]) => ({ kind, title }))
}
