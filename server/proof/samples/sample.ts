/**
 * Samples: for every operation, how to make an input that its owner may send.
 *
 * The authorisation matrix and the bad inputs are generated from them; an operation
 * without one turns both red. Each call makes fresh rows, so a sample may be used up.
 */
import type { Person, Shop } from '#testing/shop.ts'

export interface Sample {
  /** An input that `owner` (a person or guest) or staff may send now. */
  input: (shop: Shop, owner: Person) => Promise<Record<string, unknown>> | Record<string, unknown>
  /** Ids in the input that belong to the owner: a stranger must not find them. */
  owned?: boolean
}

export type Samples = Record<string, Sample>
