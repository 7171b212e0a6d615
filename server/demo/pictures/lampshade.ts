/** What lamps share: a shade lit from within, warm light on wall and base, a flex on the table. */
import { mix, paint, type Rgb, scale } from './colour.ts'
import { halo } from './flame.ts'
import { type Item, NO_SHADOW } from './item.ts'
import { type Glaze, type Ring, turn } from './lathe.ts'
import { smooth } from './light.ts'
import { noise } from './noise.ts'
import { group, path } from './svg.ts'
import { bend, tube } from './tube.ts'
import type { View } from './view.ts'

export const BRASS = { metal: true, rough: 0.26 }

const WARM: Rgb = [1, 0.72, 0.36]

export const CORD = scale(paint('soot'), 0.8)

/** A linen shade lit from within, open above; it hangs from `bottom` up. */
export function litShade(view: View, bottom: number, low: number, high: number, tall: number): Item {
  const wall: Ring[] = [
    [low, bottom],
    [low, bottom],
    [high, bottom + tall],
    [high, bottom + tall],
  ]
  const linen = (angle: number, height: number) =>
    1 + 0.05 * noise(angle * 42, height / 3) + 0.035 * noise(angle * 3, height / 2)
  const glow: Glaze = (angle, height) => {
    const share = (height - bottom) / tall
    const hot = Math.exp(-(((share - 0.42) / 0.42) ** 2)) * (0.72 + 0.28 * Math.cos(angle))
    return scale(mix([0.62, 0.4, 0.19], [0.93, 0.75, 0.46], hot), linen(angle, height) * (0.62 + 0.42 * hot))
  }
  const rim: Ring[] = [
    [high, bottom + tall],
    [high - 5, bottom + tall + 1],
  ]
  const shade = turn({
    view,
    outside: [...wall, ...rim],
    inside: [
      [high - 5, bottom + tall],
      [high - 3, bottom + tall - 20],
      [low - 20, bottom + 40],
    ],
    glaze: () => scale(paint('oat'), 0.45),
    liner: () => scale(paint('oat'), 0.4),
    linerGlow: (_, height) => scale([0.98, 0.8, 0.5], 0.75 + 0.25 * smooth(bottom + tall, bottom, height)),
    glow,
    surface: { gloss: 0.02, open: 1 },
    floats: true,
  })
  const edge = (height: number, radius: number, from: 0 | 1) => {
    const y = -height * view.rise
    return path(`M${-radius} ${y}A${radius} ${radius * view.squash} 0 0 ${from} ${radius} ${y}`, {
      fill: 'none',
      stroke: '#8b6a42',
      'stroke-width': 3.4,
      opacity: 0.55,
    })
  }
  return {
    body: shade.body + edge(bottom + 2, low, 0) + edge(bottom + tall - 1, high, 0),
    shadow: { near: '', touch: '', far: group({ opacity: 0.25 }, shade.shadow.far) },
  }
}

/** What the lit shade does to the wall behind and the table below. */
export function warmRoom(view: View, bottom: number, tall: number, reach: number): Item {
  const y = -(bottom + tall * 0.45) * view.rise
  return {
    body: halo(0, y, reach * 1.25, 0.6) + halo(0, -10, reach * 0.7, 0.22),
    shadow: NO_SHADOW,
  }
}

/** Lamplight falls on whatever looks up at it. */
export function underLight(from: number, to: number): Glaze {
  return (_, height) => scale(WARM, 0.34 * smooth(from, to, height) ** 2)
}

export function flex(view: View, radius: number): Item {
  const along = bend(
    [
      [radius - 20, 8, -10],
      [radius + 60, 6, 6],
      [radius + 170, 6, -26],
      [radius + 300, 6, 4],
      [radius + 520, 6, -60],
    ],
    9,
  )
  const cord = tube({ view, along, radius: () => 5, colour: () => CORD, surface: { gloss: 0.1 } })
  return { ...cord, shadow: { ...cord.shadow, near: cord.shadow.far } }
}
