import { Ids, event } from '#kit/event.ts'

/** People, their roles or sessions changed; `ids` are those of the people. */
export const personChanged = event('identity.personChanged', Ids)
