/** The frame's facts, wherever a page needs them; plain ones when the frame could not be read. */
import { useRouteLoaderData } from 'react-router'
import type { Frame } from '../frame.ts'
import type { Theme } from '../theme.ts'

const bare: Frame & { theme: Theme } = {
  shop: 'Quayside',
  demo: false,
  locale: 'en',
  timeZone: 'UTC',
  shelves: [],
  cartCount: 0,
  signedIn: false,
  name: null,
  origin: '',
  traceId: '',
  formToken: '',
  theme: 'system',
}

export const useFrame = () => useRouteLoaderData<typeof bare>('root') ?? bare
