/**
 * The ordered list: the architecture on one screen.
 *
 * A module calls only those above it, hears of those below by nothing but ports,
 * and tells them by events.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Module } from '#kit/module.ts'
import store from '../quayside.config.ts'
import system from './modules/system/module.ts'
import settings from './modules/settings/module.ts'
import ledger from './modules/ledger/module.ts'
import media from './modules/media/module.ts'
import messages from './modules/messages/module.ts'
import identity from './modules/identity/module.ts'
import customers from './modules/customers/module.ts'
import tax from './modules/tax/module.ts'
import catalog from './modules/catalog/module.ts'
import pricing from './modules/pricing/module.ts'
import inventory from './modules/inventory/module.ts'
import delivery from './modules/delivery/module.ts'
import promotions from './modules/promotions/module.ts'
import browse from './modules/browse/module.ts'
import payments from './modules/payments/module.ts'
import cart from './modules/cart/module.ts'
import orders from './modules/orders/module.ts'
import fulfilment from './modules/fulfilment/module.ts'
import returns from './modules/returns/module.ts'
import enquiries from './modules/enquiries/module.ts'
import reviews from './modules/reviews/module.ts'
import wishlists from './modules/wishlists/module.ts'
import content from './modules/content/module.ts'
import newsletter from './modules/newsletter/module.ts'
import exchange from './modules/exchange/module.ts'
import webhooks from './modules/webhooks/module.ts'

export const modules: Module[] = [
  system, //
  settings,
  ledger,
  media,
  messages,
  identity,
  customers,
  tax,
  catalog,
  pricing,
  inventory,
  delivery,
  promotions,
  browse,
  payments,
  cart,
  orders,
  fulfilment,
  returns,
  enquiries,
  reviews,
  wishlists,
  content,
  newsletter,
  exchange,
  webhooks,
  ...store.plugins,
]

const here = dirname(fileURLToPath(import.meta.url))

/** kit first, then the modules in their order; a module without tables has no folder. */
export const migrationSets: { module: string; folder: string }[] = [
  { module: 'kit', folder: join(here, 'kit/migrations') },
  ...modules
    .map(({ name }) => ({ module: name, folder: join(here, 'modules', name, 'migrations') }))
    .filter(({ folder }) => existsSync(folder)),
]
