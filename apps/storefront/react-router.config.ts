/** The storefront is rendered by the shop's own server process and taken over by React in the browser. */
import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  // All routes in the first document: a shop has few, and it saves a request before the first click.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
