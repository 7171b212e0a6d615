export { settingsChanged } from './events.ts'
export { putLocales } from './locales/put.ts'
export {
  currentSettings,
  likelyCountry,
  localeChain,
  marketFor,
  pagesIn,
  settingsSnapshot,
} from './settings.ts'
export type { Channel, Market, Settings, Store } from './settings.ts'
export { isListed } from './seo/seo.ts'
export { writeMarkets, writeStore, type NewStore } from './write.ts'
