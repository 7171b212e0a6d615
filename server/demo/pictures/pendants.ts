/** Lamps that hang: a dome and a bell. */
import { paint, type Paint, type Rgb, scale } from './colour.ts'
import { discInShade, type Item } from './item.ts'
import { BRASS, CORD } from './lampshade.ts'
import { type Ring, turn } from './lathe.ts'
import { group, linear, path, tag } from './svg.ts'
import { bend, tube } from './tube.ts'
import { type View, viewFrom } from './view.ts'

/** Hangs with its lower edge at the origin; the shadow lies on the wall behind. */
export function pendant(rings: Ring[], view: View, coat: Rgb, cord: number): Item {
  const [low] = rings[0] ?? [0]
  const [neckRadius, top] = rings.at(-1) ?? [0, 0]
  const shape = turn({
    view,
    outside: rings,
    glaze: () => coat,
    surface: { gloss: 0.26, rough: 0.42 },
    floats: true,
  })
  const cap = turn({
    view,
    outside: [
      [neckRadius + 5, top - 4],
      [neckRadius + 5, top - 4],
      [neckRadius + 4, top + 34],
      [neckRadius - 2, top + 42],
      [6, top + 46],
      [6, top + 60],
    ],
    glaze: () => paint('brass'),
    surface: BRASS,
    floats: true,
  })
  const line = tube({
    view,
    along: bend(
      [
        [0, top + 52, 0],
        [0, top + cord, 0],
      ],
      40,
    ),
    radius: () => 4.5,
    colour: () => CORD,
    surface: { gloss: 0.1 },
  })
  const lipY = 0
  const under = linear(
    [
      { at: 0, colour: '#2c231c', opacity: 0.5 },
      { at: 1, colour: '#2c231c', opacity: 0.12 },
    ],
    [-low, 0],
    [low, 0],
  )
  const lip =
    under.def +
    path(`M${-low} ${lipY}A${low} ${low * view.squash} 0 0 0 ${low} ${lipY}`, {
      fill: 'none',
      stroke: under.url,
      'stroke-width': 5,
    })
  const outlined = [...rings].map(([r, y]) => discInShade(70 + r * 0.02, 60 - y, r, r * view.squash)).join('')
  const wall = group(
    { transform: 'translate(60 40)', opacity: 0.5 },
    outlined,
    tag('rect', { x: 66, y: -top - cord, width: 10, height: cord, fill: 'currentColor', opacity: 0.5 }),
  )
  return { body: line.body + shape.body + lip + cap.body, shadow: { near: '', far: wall, touch: '' } }
}

export function domePendant(colour: Paint): Item {
  const rings: Ring[] = [
    [322, 0],
    [322, 0],
    [318, 22],
    [296, 92],
    [250, 164],
    [180, 222],
    [96, 256],
    [30, 268],
    [22, 276],
  ]
  return pendant(rings, viewFrom(5), scale(paint(colour), 1.05), 1200)
}

export function bellPendant(colour: Paint): Item {
  const rings: Ring[] = [
    [226, 0],
    [226, 0],
    [216, 10],
    [176, 60],
    [150, 140],
    [142, 230],
    [126, 300],
    [84, 350],
    [30, 372],
    [22, 380],
  ]
  return pendant(rings, viewFrom(6), scale(paint(colour), 1.05), 1200)
}
