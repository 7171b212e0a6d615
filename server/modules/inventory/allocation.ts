/**
 * Which places the goods come from: demand is filled from them in their order. No database here.
 *
 * What is there is given first, wherever it is; only then what may be sold before it comes.
 */

export interface Demand {
  lineId: string
  variantId: string
  quantity: number
  /** Only from this place: the buyer fetches it there. */
  at?: string | null
}

/** What is free of one item at one place, for one variant made of it. */
export interface Level {
  variant_id: string
  units: number
  /** How many items the variant is made of. */
  parts: number
  item_id: string
  location_id: string
  /** The turn of the place: the lowest is asked first. */
  position: number
  available: number
  /** How many of those at most are not there, but may be sold ahead. */
  ahead: number
}

export interface Taken {
  lineId: string
  itemId: string
  locationId: string
  quantity: number
  /** Of those, how many are not there yet. */
  later: number
}

export interface Short {
  lineId: string
  available: number
}

interface Free {
  there: number
  ahead: number
}

const keyOf = (level: Level) => `${level.item_id} ${level.location_id}`

/** Two lines on one item are filled one after the other, so nothing is given twice. `short` are the lines that cannot be filled whole. */
export function allocate(levels: Level[], lines: Demand[]): { taken: Taken[]; short: Short[] } {
  const inOrder = levels.toSorted((a, b) => a.position - b.position)
  const left = new Map(inOrder.map((level) => [keyOf(level), freeOf(level)]))
  const taken: Taken[] = []
  const short: Short[] = []
  for (const line of lines) {
    const needs = Map.groupBy(
      inOrder.filter(
        (level) => level.variant_id === line.variantId && (!line.at || level.location_id === line.at),
      ),
      (level) => level.item_id,
    )
    const available = sellable([...needs.values()], left)
    if (available < line.quantity) {
      short.push({ lineId: line.lineId, available })
      continue
    }
    for (const at of needs.values()) taken.push(...take(line.lineId, line.quantity * at[0]!.units, at, left))
  }
  return { taken, short }
}

function freeOf({ available, ahead }: Level): Free {
  const all = Math.max(0, available)
  const there = Math.max(0, available - ahead)
  return { there, ahead: all - there }
}

/** So many of one item from its places, of which there are enough. */
function take(lineId: string, wanted: number, at: Level[], left: Map<string, Free>): Taken[] {
  const found = new Map<string, Taken>()
  let open = wanted
  for (const which of ['there', 'ahead'] as const)
    for (const level of at) {
      const free = left.get(keyOf(level))!
      const here = Math.min(open, free[which])
      if (here === 0) continue
      free[which] -= here
      open -= here
      const { item_id: itemId, location_id: locationId } = level
      const before = found.get(locationId) ?? { lineId, itemId, locationId, quantity: 0, later: 0 }
      const later = before.later + (which === 'ahead' ? here : 0)
      found.set(locationId, { ...before, quantity: before.quantity + here, later })
    }
  return [...found.values()]
}

/** The scarcest item decides; of a variant with an item that lies nowhere there is none. */
function sellable(needs: Level[][], left: Map<string, Free>): number {
  if (needs.length === 0 || needs.length < needs[0]![0]!.parts) return 0
  return Math.min(
    ...needs.map((at) => {
      const free = at.reduce((sum, level) => {
        const { there, ahead } = left.get(keyOf(level))!
        return sum + there + ahead
      }, 0)
      return Math.floor(free / at[0]!.units)
    }),
  )
}

/** Of which lines how many pieces are not there yet: the item that lacks most decides. */
export function laterOf(levels: Level[], lines: Demand[], taken: Taken[]): Map<string, number> {
  const later = new Map<string, number>()
  const missing = taken.filter((each) => each.later > 0)
  for (const { lineId, variantId } of missing.length > 0 ? lines : []) {
    const ofLine = Map.groupBy(
      missing.filter((each) => each.lineId === lineId),
      (each) => each.itemId,
    )
    const pieces = [...ofLine].map(([itemId, parts]) => {
      const { units } = levels.find((level) => level.variant_id === variantId && level.item_id === itemId)!
      return Math.ceil(parts.reduce((sum, each) => sum + each.later, 0) / units)
    })
    if (pieces.length > 0) later.set(lineId, Math.max(...pieces))
  }
  return later
}
