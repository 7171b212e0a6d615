/** How steps of a trade are made: who acts, on which order, with which weight. */
import fc from 'fast-check'
import * as carts from './carts.ts'
import { command, type Step } from './play.ts'
import type { Store } from './store.ts'
import type { Order, Owner, World } from './world.ts'

/** There are 2,000 of it. */
export const PIN = 4
export const PEOPLE = ['alice', 'bob', 'charlie', 'guest'] as const
export type Who = (typeof PEOPLE)[number]
export const shopper = fc.constantFrom(...PEOPLE)
export const pick = fc.nat({ max: 11 })
export const nameOf = (world: World, who: Who): Owner => (who === 'guest' ? `guest ${world.guests}` : who)
export const present = ({ world }: Store, who: Who) => carts.currentCart(world, nameOf(world, who))

export function step(says: string, plan: (store: Store) => Step | null) {
  return command(says, plan)
}

/** Something done to one of the orders there are, or of those that `fits`. */
export function onOrder(
  says: string,
  nth: number,
  plan: (store: Store, index: number, order: Order) => Step | null,
  fits: (order: Order) => boolean = () => true,
) {
  return step(`${says} of order ${nth}`, (store) => {
    const all = [...store.world.orders.keys()]
    const fitting = all.filter((index) => fits(store.world.orders[index]!))
    if (all.length === 0) return null
    // Mostly where it is allowed, but not always.
    const index = nth < 9 && fitting.length > 0 ? fitting[nth % fitting.length]! : all[nth % all.length]!
    return plan(store, index, store.world.orders[index]!)
  })
}

export const many = <T>(weight: number, each: T): T[] => Array.from({ length: weight }, () => each)
export const isPending = ({ state }: Order) => state === 'pending'
export const isConfirmed = ({ state }: Order) => state === 'confirmed'
