// Generated from the operations by tools/contracts.ts; do not edit.
import type { Route } from '../call.ts'

export const routes: Readonly<Record<string, Route>> = {
  'settings.channels.list': ['GET', '/v1/admin/channels', 'q'],
  'settings.markets.list': ['GET', '/v1/admin/markets', 'q'],
  'settings.store.get': ['GET', '/v1/admin/store', 'q'],
  'settings.store.update': ['PATCH', '/v1/admin/store', 'c'],
  'settings.storefront': ['GET', '/v1/storefront', 'q'],
}
