import { Ids, event } from '#kit/event.ts'

/** Store, channels, markets, locales or currencies changed; `ids` are those of the stores. */
export const settingsChanged = event('settings.changed', Ids)
