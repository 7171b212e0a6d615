import { Ids, event } from '#kit/event.ts'

/** Files are in storage and may be shown; `ids` are theirs. */
export const mediaReady = event('media.ready', Ids)
