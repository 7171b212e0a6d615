import { Ids, event } from '#kit/event.ts'

/** People, their roles or sessions changed; `ids` are those of the people. */
export const personChanged = event('identity.personChanged', Ids)

/** API keys were revoked or may do something else; `ids` are theirs. */
export const keysChanged = event('identity.keysChanged', Ids)

/** Somebody asked for the link to a new password. For an unknown address the id is nobody's, so that both look alike. */
export const passwordForgotten = event('identity.passwordForgotten', Ids)
