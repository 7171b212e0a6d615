/**
 * A product with many variants, told in few: the chosen one, for each value of each option the one that it leads to
 * from there, and of all the others which there are and can be had.
 */
import { canBeHad, type Offer } from './offers.ts'
import type { MediaRow, ValueRow } from './product-rows.ts'
import type { Product } from './shapes.ts'

/** Up to so many variants are told whole. */
export const MOST_WHOLE = 100

interface Matrix {
  offers: Offer[]
  /** Those that some offer has, in their order. */
  values: ValueRow[]
  media: MediaRow[]
}

/**
 * Those that are told around the one with the article number `sku`, else around the first that can be had.
 *
 * With a value goes the variant that is most like the chosen one, so that no choice is a dead end; of those alike one that
 * can be had. What is pictured is told too, so that each picture is known to be of it.
 */
export function offersAround(matrix: Matrix, sku: string | undefined): Offer[] {
  const { offers } = matrix
  if (offers.length <= MOST_WHOLE) return offers
  const chosen = offers.find((offer) => offer.sku === sku) ?? offers.find(canBeHad) ?? offers[0]!
  const nearest = new Map<string, { offer: Offer; likeness: number }>()
  for (const offer of offers) {
    const alike = offer.values.filter((value) => chosen.values.includes(value)).length
    for (const value of offer.values) {
      const others = alike - (chosen.values.includes(value) ? 1 : 0)
      const likeness = others + (canBeHad(offer) ? 0.5 : 0)
      if (likeness > (nearest.get(value)?.likeness ?? -1)) nearest.set(value, { offer, likeness })
    }
  }
  const told = new Set([chosen, ...nearest.values().map(({ offer }) => offer)])
  const pictured = new Set(matrix.media.map(([, variantId]) => variantId))
  return offers.filter((offer) => told.has(offer) || pictured.has(offer.id))
}

/** Null: all of them are told whole. */
export function combinationsOf({ offers, values }: Matrix): Product['combinations'] {
  if (offers.length <= MOST_WHOLE) return null
  const byOption = Map.groupBy(values, ([, option]) => option)
  return {
    columns: [...byOption].map(([option, own]) => {
      const places = new Map(own.map(([id], place) => [id, place]))
      return { option, values: offers.map((offer) => placeIn(places, offer.values)) }
    }),
    canBeHad: offers.map((offer) => (canBeHad(offer) ? '1' : '0')).join(''),
  }
}

function placeIn(places: Map<string, number>, values: string[]): number {
  const own = values.find((value) => places.has(value))
  return own === undefined ? -1 : places.get(own)!
}
