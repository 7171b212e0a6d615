import { failure } from '#kit/failure.ts'
import { Count, Type } from '#kit/types.ts'

const Limit = Type.Object({ limit: Count }, { additionalProperties: false })

export const TooManyLists = failure(
  'wishlists.too_many_lists',
  409,
  Limit,
  ({ limit }) => `A shopper has ${limit} lists at most. Remove one first.`,
)

export const ListFull = failure(
  'wishlists.list_full',
  409,
  Limit,
  ({ limit }) => `A list holds ${limit} things. Take one off first.`,
)

export const AlwaysThere = failure(
  'wishlists.always_there',
  409,
  Type.Object({}, { additionalProperties: false }),
  () => 'This list is where things go when no list is named. Make another one that first.',
)
