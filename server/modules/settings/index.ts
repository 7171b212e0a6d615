export { settingsChanged } from './events.ts'
export { currentSettings, localeChain, marketFor, settingsSnapshot } from './settings.ts'
export type { Channel, Market, Settings, Store } from './settings.ts'
export { writeStore, type NewStore } from './write.ts'
