/**
 * As few places as can be, so that as few parcels as can be leave.
 *
 * One place that has everything, or two that have it together, are found for certain. Beyond that each next
 * place is the one that brings most: the true minimum would take a search through all sets of places, while the
 * counts are locked. Equals go by position.
 */
import { allocate } from '../allocation.ts'
import type { AllocationQuestion, AllocationStrategy } from './strategy.ts'

export const fewestParcels: AllocationStrategy = {
  key: 'fewest_parcels',
  name: 'Fewest parcels',
  description:
    'One place that has everything; else two that have it together; else each next place is the one that brings most.',
  order(question) {
    const ids = question.places.map((place) => place.id)
    const whole = ids.find((id) => covers(question, [id]))
    if (whole) return [whole]
    for (const [at, one] of ids.entries())
      for (const other of ids.slice(at + 1))
        if (covers(question, [one, other])) return sorted(question, [one, other])
    return greedily(question, ids)
  },
}

function covers(question: AllocationQuestion, ids: string[]): boolean {
  return allocate(within(question, ids), question.lines).short.length === 0
}

function within({ levels }: AllocationQuestion, ids: string[]) {
  return levels.filter((level) => ids.includes(level.location_id))
}

/** Of two places, the one that can give more first. */
function sorted(question: AllocationQuestion, ids: string[]): string[] {
  return ids.toSorted((a, b) => broughtBy(question, [b]) - broughtBy(question, [a]))
}

function greedily(question: AllocationQuestion, ids: string[]): string[] {
  const chosen: string[] = []
  while (chosen.length < ids.length && !covers(question, chosen)) {
    const rest = ids.filter((id) => !chosen.includes(id))
    const gains = rest.map((id) => broughtBy(question, [...chosen, id]))
    chosen.push(rest[gains.indexOf(Math.max(...gains))]!)
  }
  return chosen
}

/** How many of the pieces that are wanted these places have, item by item. */
function broughtBy(question: AllocationQuestion, ids: string[]): number {
  const wanted = new Map<string, number>()
  for (const line of question.lines) {
    const units = new Map(
      question.levels
        .filter((level) => level.variant_id === line.variantId)
        .map((level) => [level.item_id, level.units]),
    )
    for (const [item, each] of units) wanted.set(item, (wanted.get(item) ?? 0) + each * line.quantity)
  }
  const free = new Map<string, number>()
  for (const level of within(question, ids))
    free.set(`${level.item_id} ${level.location_id}`, Math.max(0, level.available))
  let brought = 0
  for (const [item, want] of wanted) {
    const there = [...free].reduce((sum, [key, pieces]) => sum + (key.startsWith(`${item} `) ? pieces : 0), 0)
    brought += Math.min(want, there)
  }
  return brought
}
