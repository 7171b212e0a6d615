/** Who waits for what was promised and is not there, as the model has it: paid orders first, then the older ones. */
import type { Order, OrderLine, World } from './world.ts'

interface Promised {
  line: OrderLine
  /** By place. */
  at: number[]
}

function queueOf(world: World, item: number): Promised[] {
  const rank = ({ state }: Order) => (state === 'pending' ? 1 : 0)
  return world.orders
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((order) => order.lines)
    .flatMap((line) => line.held.filter((part) => part.item === item).map((part) => ({ line, at: part.at })))
}

/** Of what a line is promised of an item, how many pieces are there for it, place by place. */
export function thereFor(world: World, line: OrderLine, item: number): number[] {
  const queue = queueOf(world, item)
  const mine = queue.findIndex((each) => each.line === line)
  return world.items[item]!.at.map(({ onHand }, place) => {
    const ahead = queue.slice(0, mine).reduce((sum, { at }) => sum + at[place]!, 0)
    return Math.min(queue[mine]!.at[place]!, Math.max(0, onHand - ahead))
  })
}

/** What waits at one place goes to another that has it, the first in the queue first. */
export function replan(world: World, item: number): void {
  const places = world.items[item]!.at
  for (const { line, at } of queueOf(world, item)) {
    const there = thereFor(world, line, item)
    at.forEach((_, from) => {
      for (const [to, count] of places.entries()) {
        const moved = Math.min(at[from]! - there[from]!, Math.max(0, count.onHand - count.reserved))
        if (to === from || moved <= 0) continue
        at[from]! -= moved
        at[to]! += moved
        places[from]!.reserved -= moved
        count.reserved += moved
      }
    })
  }
}
