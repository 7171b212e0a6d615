/** Keeps what was used last, up to a sum of weights. */
export interface Held<T> {
  get: (name: string) => T | undefined
  set: (name: string, value: T, weight: number) => void
  size: () => number
}

export function held<T>(most: number): Held<T> {
  // A Map keeps the order of insertion, and each use inserts anew.
  const inside = new Map<string, { value: T; weight: number }>()
  let sum = 0

  function drop(name: string) {
    sum -= inside.get(name)?.weight ?? 0
    inside.delete(name)
  }

  return {
    get(name) {
      const found = inside.get(name)
      if (!found) return undefined
      inside.delete(name)
      inside.set(name, found)
      return found.value
    },
    set(name, value, weight) {
      drop(name)
      inside.set(name, { value, weight })
      sum += weight
      for (const oldest of inside.keys()) {
        if (sum <= most) return
        drop(oldest)
      }
    },
    size: () => inside.size,
  }
}
