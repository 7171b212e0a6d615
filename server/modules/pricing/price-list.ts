/** A price list, as staff see it. */
import { Id, Instant, Int, Key, List, Nullable, Text, Version, shape, type Static } from '#kit/types.ts'

export const MOST_GROUPS = 50
export const MOST_COMPANIES = 200

/** The higher one wins; the base list has 0. */
export const Priority = Int(0, 1000)

export const PriceList = shape(
  'PriceList',
  {
    id: Id,
    key: Key,
    name: Text(120),
    priority: Priority,
    channelId: Nullable(Id),
    groupIds: List(Id, MOST_GROUPS),
    companyIds: List(Id, MOST_COMPANIES),
    startsAt: Nullable(Instant),
    endsAt: Nullable(Instant),
    version: Version,
  },
  {
    description:
      'Holds from `startsAt` until `endsAt` for customers of one of the groups or companies in the channel; for all of them where nothing is named.',
  },
)
export type PriceList = Static<typeof PriceList>
