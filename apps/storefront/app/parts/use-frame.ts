/** The frame's facts, wherever a page needs them; plain ones when the frame could not be read. */
import { useRouteLoaderData } from 'react-router'
import type { Frame } from '../frame.ts'
import type { Theme } from '../theme.ts'

const bare: Frame & { wordFile: string | undefined; theme: Theme } = {
  shop: 'Quayside',
  demo: false,
  locale: 'en',
  base: '',
  language: 'en',
  direction: 'ltr',
  locales: [],
  timeZone: 'UTC',
  shelves: [],
  cartCount: 0,
  signedIn: false,
  name: null,
  origin: '',
  traceId: '',
  formToken: '',
  wordFile: undefined,
  theme: 'system',
}

export const useFrame = () => useRouteLoaderData<typeof bare>('root') ?? bare
