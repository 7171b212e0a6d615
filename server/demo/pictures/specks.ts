/** Iron specks in a glaze: many small, few large, foreshortened towards the edges. */
import { chance } from './noise.ts'
import { profile, type Ring } from './lathe.ts'
import { ellipse, group } from './svg.ts'
import type { View } from './view.ts'

type Specks = {
  view: View
  outside: readonly Ring[]
  seed: number
  count: number
  /** Between these heights. */
  from: number
  to: number
  colour?: string
}

export function specks({ view, outside, seed, count, from, to, colour = '#5d4636' }: Specks): string {
  const next = chance(seed)
  const line = profile(outside)
  return group(
    { fill: colour },
    ...Array.from({ length: count }, () => {
      const angle = (next() - 0.5) * 2.9
      const height = from + (to - from) * next()
      const size = 0.9 + 3.4 * next() ** 4
      const strength = 0.35 + 0.45 * next()
      const [radius] = line.find(([, y]) => y >= height) ?? [0, 0]
      const [x, y] = view.at([radius * Math.sin(angle), height, radius * Math.cos(angle)])
      return ellipse(x, y, size * Math.max(0.25, Math.cos(angle)), size, { opacity: strength })
    }),
  )
}
