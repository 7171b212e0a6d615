/** Clay, glazes and handles, shared by everything thrown. */
import { mix, paint, type Rgb } from './colour.ts'
import type { Item } from './item.ts'
import { dipped, type Glaze } from './lathe.ts'
import { bend, tube } from './tube.ts'
import type { View } from './view.ts'

const CLAY = mix(paint('clay'), paint('willow'), 0.55)

export const FOOT = { colour: CLAY, height: 9 }

export const GLAZE = { gloss: 0.5, rough: 0.16 }

export const SATIN = { gloss: 0.3, rough: 0.36 }

export const MATT = { gloss: 0.1, rough: 0.6 }

export const CHALK = paint('chalk')

/** One colour all over, drifting a little, bare at the foot and brown where it breaks at the lip. */
export function plain(colour: Rgb, lip = Infinity, foot = FOOT): Glaze {
  return dipped(colour, colour, -100, foot, lip)
}

export function speckled(item: Item, marks: string): Item {
  return { ...item, body: item.body + marks }
}

/** An ear on the right side, from the first point to the last. */
export function ear(
  view: View,
  points: [number, number][],
  thick: number,
  glaze: (height: number) => Rgb,
  surface = GLAZE,
): Item {
  const along = bend(points.map(([x, y]) => [x, y, 0.15 * x]))
  return tube({
    view,
    along,
    radius: (t) => thick * (1 + 0.28 * (2 * t - 1) ** 4),
    colour: (t) => glaze(along[Math.round(t * (along.length - 1))]?.[1] ?? 0),
    surface,
  })
}
