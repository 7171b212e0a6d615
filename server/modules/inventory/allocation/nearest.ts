/**
 * Nearest by what an address says, without a map: the same country before others; in it the same region, where
 * both are known; then the longer beginning that the postal codes share. What is equally near goes by position.
 * `docs/decisions/0029` says why.
 */
import type { Place } from '../places.ts'
import type { AllocationStrategy, Destination } from './strategy.ts'

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** The larger, the nearer. Compared from the first to the last. */
export function nearness(place: Pick<Place, 'country' | 'address'>, to: Destination): number[] {
  if (place.country !== to.country) return [0, 0, 0]
  const { address } = place
  const region = address?.region && to.region && bare(address.region) === bare(to.region) ? 1 : 0
  return [1, region, address ? sharedBeginning(bare(address.postalCode), bare(to.postalCode)) : 0]
}

function sharedBeginning(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

export const nearest: AllocationStrategy = {
  key: 'nearest',
  name: 'Nearest to the address',
  description:
    'The country of the address before others, in it the same region, then the postal code that begins most alike. Equally near places go by their position.',
  order({ places, to }) {
    if (!to) return places.map((place) => place.id)
    return places
      .map((place) => ({ id: place.id, near: nearness(place, to) }))
      .toSorted((a, b) => compare(b.near, a.near))
      .map(({ id }) => id)
  },
}

/** NOTE: sorting is stable, so what is equal stays in the order of its position. */
function compare(one: number[], other: number[]): number {
  const at = one.findIndex((part, index) => part !== other[index])
  return at < 0 ? 0 : one[at]! - other[at]!
}
