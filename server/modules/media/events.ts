import { Ids, event } from '#kit/event.ts'

/** Files are in storage and may be shown; `ids` are theirs. */
export const mediaReady = event('media.ready', Ids)

/** What is said of files was changed, not their bytes. */
export const mediaChanged = event('media.changed', Ids)
