/**
 * By which rule the places are asked for the goods of an order. A plugin may fill the port with one of its own.
 *
 * A strategy only says the order of the places. What is there is taken from the first that has it, then from the
 * next: so no strategy can give out a piece twice, or one that is not there.
 */
import { port } from '#kit/port.ts'
import type { Address } from '../../customers/index.ts'
import type { Demand, Level } from '../allocation.ts'
import type { Place } from '../places.ts'

export interface AllocationQuestion {
  lines: Demand[]
  /** What is free of the lines' items, place by place. */
  levels: Level[]
  /** By their position. */
  places: Place[]
  /** Where the goods go; null: not known yet. */
  to: Destination | null
}

export type Destination = Pick<Address, 'country' | 'region' | 'postalCode'>

export interface AllocationStrategy {
  /** As it is kept in the settings. */
  key: string
  /** For staff. */
  name: string
  description: string
  /** Ids of the places, the one that is asked first before the others; whoever is left out comes last. Asks nobody. */
  order(question: AllocationQuestion): string[]
}

export const allocationStrategy = port<AllocationStrategy>('inventory.allocationStrategy', { many: true })
