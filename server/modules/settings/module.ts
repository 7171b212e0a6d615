import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { scopes } from '#kit/scope.ts'
import { archive as archiveAnnouncement } from './announcements/archive.ts'
import { create as createAnnouncement } from './announcements/create.ts'
import { list as announcementsList } from './announcements/list.ts'
import { create as createChannel } from './channels/create.ts'
import { list as channelsList } from './channels/list.ts'
import { list as currenciesList } from './currencies/list.ts'
import { set as setCurrencies } from './currencies/set.ts'
import { settingsChanged } from './events.ts'
import { list as localesList } from './locales/list.ts'
import { set as setLocales } from './locales/set.ts'
import { create as createMarket } from './markets/create.ts'
import { list as marketsList } from './markets/list.ts'
import { update as updateMarket } from './markets/update.ts'
import { get as getSeo } from './seo/get.ts'
import { update as updateSeo } from './seo/update.ts'
import { scopeResolver } from './settings.ts'
import { get } from './store/get.ts'
import { update } from './store/update.ts'
import { storefront } from './storefront.ts'

export default defineModule({
  name: 'settings',
  operations: [
    storefront,
    get,
    update,
    channelsList,
    createChannel,
    marketsList,
    createMarket,
    updateMarket,
    currenciesList,
    setCurrencies,
    localesList,
    setLocales,
    announcementsList,
    createAnnouncement,
    archiveAnnouncement,
    getSeo,
    updateSeo,
  ],
  events: [settingsChanged],
  fills: [fill(scopes, 'settings', scopeResolver)],
  permissions: {
    'settings.read': 'See the settings of the store',
    'settings.write': 'Change the settings of the store',
  },
})
