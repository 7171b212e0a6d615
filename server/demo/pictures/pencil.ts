/** A pencil, from its dipped end to its point. */
import { paint, type Rgb } from './colour.ts'
import type { Item } from './item.ts'
import type { Vec } from './light.ts'
import { tube } from './tube.ts'
import type { View } from './view.ts'

/** A pencil lying at a height, from its end to its point. */
export function pencil(
  view: View,
  from: Vec,
  to: Vec,
  colour: Rgb,
  radius = 9,
  dip: Rgb = paint('brass'),
): Item {
  const steps = 90
  const along = Array.from({ length: steps + 1 }, (_, k): Vec => {
    const t = k / steps
    return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t]
  })
  const wood = paint('beech')
  const shaft = tube({
    view,
    along,
    radius: (t) => (t < 0.88 ? radius : Math.max(1, radius * (1 - (t - 0.88) / 0.125))),
    colour: (t) => (t < 0.06 ? dip : t < 0.88 ? colour : t < 0.965 ? wood : paint('graphite')),
    surface: { gloss: 0.3, rough: 0.3 },
  })
  const fall = shaft.shadow.far
  return { body: shaft.body, shadow: { far: fall, near: fall, touch: '' } }
}
