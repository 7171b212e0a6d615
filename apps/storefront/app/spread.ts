/** Takes `count` of a list, evenly from its beginning to its end, so that a window shows a bit of everything. */
export function spread<T>(items: T[], count: number): T[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T)
}
