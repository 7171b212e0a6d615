/** The frame's facts, wherever a page needs them; plain ones when the frame could not be read. */
import { useRouteLoaderData } from 'react-router'
import type { Frame } from '../frame.ts'
import type { LanguageOffer } from '../language-offer.ts'
import type { Theme } from '../theme.ts'

type Drawn = Frame & {
  offer: LanguageOffer | null
  theme: Theme
  told: string[]
}

const bare: Drawn = {
  shop: 'Quayside',
  demo: false,
  returnDays: null,
  newsletterInFooter: false,
  locale: 'en',
  base: '',
  language: 'en',
  direction: 'ltr',
  locales: [],
  titles: [],
  market: '',
  markets: [],
  pricesIncludeTax: true,
  closed: null,
  announcements: [],
  told: [],
  timeZone: 'UTC',
  shelves: [],
  menus: { header: [], footer: [], slots: [] },
  cartCount: 0,
  marks: [],
  signedIn: false,
  name: null,
  origin: '',
  traceId: '',
  formToken: '',
  offer: null,
  theme: 'system',
}

export const useFrame = () => useRouteLoaderData<typeof bare>('root') ?? bare
