/** The frame's facts, wherever a page needs them; plain ones when the frame could not be read. */
import { useRouteLoaderData } from 'react-router'
import type { Frame } from '../frame.ts'
import type { LanguageOffer } from '../language-offer.ts'
import type { Theme } from '../theme.ts'

type Drawn = Frame & { wordFile: string | undefined; offer: LanguageOffer | null; theme: Theme }

const bare: Drawn = {
  shop: 'Quayside',
  demo: false,
  returnDays: null,
  locale: 'en',
  base: '',
  language: 'en',
  direction: 'ltr',
  locales: [],
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
  wordFile: undefined,
  offer: null,
  theme: 'system',
}

export const useFrame = () => useRouteLoaderData<typeof bare>('root') ?? bare
