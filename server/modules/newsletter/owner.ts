import type { Ctx } from '#kit/context.ts'
import { Unauthenticated } from '#kit/failure.ts'

/** Of whom the access `member` has let in. */
export function ownerOf({ actor }: Ctx): string {
  if (actor.kind !== 'person') throw Unauthenticated({})
  return actor.personId
}
