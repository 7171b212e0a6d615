/** Which places the goods come from: demand is filled from them in their order. No database here. */

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
  position: number
  available: number
}

export interface Taken {
  lineId: string
  itemId: string
  locationId: string
  quantity: number
}

export interface Short {
  lineId: string
  available: number
}

/** Two lines on one item are filled one after the other, so nothing is given twice. `short` are the lines that cannot be filled whole. */
export function allocate(levels: Level[], lines: Demand[]): { taken: Taken[]; short: Short[] } {
  const inOrder = levels.toSorted((a, b) => a.position - b.position)
  const left = new Map(
    inOrder.map((level) => [`${level.item_id} ${level.location_id}`, Math.max(0, level.available)]),
  )
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
    for (const at of needs.values()) {
      let open = line.quantity * at[0]!.units
      for (const { item_id: itemId, location_id: locationId } of at) {
        const key = `${itemId} ${locationId}`
        const here = Math.min(open, left.get(key)!)
        if (here === 0) continue
        left.set(key, left.get(key)! - here)
        open -= here
        taken.push({ lineId: line.lineId, itemId, locationId, quantity: here })
      }
    }
  }
  return { taken, short }
}

/** The scarcest item decides; of a variant with an item that lies nowhere there is none. */
function sellable(needs: Level[][], left: Map<string, number>): number {
  if (needs.length === 0 || needs.length < needs[0]![0]!.parts) return 0
  return Math.min(
    ...needs.map((at) => {
      const free = at.reduce((sum, level) => sum + left.get(`${level.item_id} ${level.location_id}`)!, 0)
      return Math.floor(free / at[0]!.units)
    }),
  )
}
