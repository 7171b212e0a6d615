/** The storm lantern: tank, globe, hood, and the frame that feeds it air. */
import { paint, type Paint, type Rgb, scale } from './colour.ts'
import { flame, halo } from './flame.ts'
import { glass } from './glass.ts'
import { type Item, NO_SHADOW, set, together } from './item.ts'
import { type Ring, turn } from './lathe.ts'
import { tag } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom } from './view.ts'

export const STEEL = { metal: true, rough: 0.3 }

export function stormLantern(colour: Paint): Item {
  const view = viewFrom(11)
  const coat = scale(paint(colour), colour === 'soot' ? 0.95 : 1)
  const lacquer = { gloss: 0.42, rough: 0.26 }
  const part = (
    outside: Ring[],
    paintOf: Rgb = coat,
    surface: Parameters<typeof turn>[0]['surface'] = lacquer,
    floats = true,
  ) => turn({ view, outside, glaze: () => paintOf, surface, floats })
  const tank = part(
    [
      [112, 0],
      [122, 0],
      [132, 8],
      [140, 44],
      [134, 74],
      [104, 96],
      [70, 102],
      [66, 112],
      [72, 118],
      [72, 124],
    ],
    coat,
    lacquer,
    false,
  )
  const cage = part(
    [
      [56, 122],
      [60, 126],
      [60, 140],
      [40, 148],
      [22, 150],
    ],
    scale(paint('brass'), 0.9),
    { metal: true, rough: 0.3 },
  )
  const globe = glass({
    view,
    outside: [
      [58, 0],
      [64, 6],
      [92, 70],
      [94, 104],
      [72, 178],
      [58, 212],
    ],
    tint: [0.75, 0.72, 0.62],
    depth: 0.2,
    base: 3,
    within: flame(0, -24, 80),
  })
  const lifted = set(globe, 0, -146 * view.rise)
  const hood = part([
    [60, 352],
    [74, 354],
    [78, 366],
    [66, 380],
    [52, 386],
    [50, 408],
    [66, 414],
    [70, 426],
    [56, 446],
    [24, 458],
    [0, 460],
  ])
  const post = (side: 1 | -1) =>
    tube({
      view,
      along: bend(
        [
          [side * 108, 60, 0],
          [side * 148, 96, 0],
          [side * 158, 180, 0],
          [side * 150, 300, 0],
          [side * 116, 386, 0],
          [side * 50, 400, 0],
        ],
        5,
      ),
      radius: () => 12,
      colour: () => coat,
      surface: lacquer,
    })
  const wire = tube({
    view,
    along: bend(
      [
        [-146, 330, 0],
        [-166, 420, 0],
        [-110, 560, 0],
        [0, 604, 0],
        [110, 560, 0],
        [166, 420, 0],
        [146, 330, 0],
      ],
      6,
    ),
    radius: () => 3.6,
    colour: () => paint('graphite'),
    surface: STEEL,
  })
  const cap =
    tag('ellipse', { cx: -150, cy: -332 * view.rise, rx: 7, ry: 7, fill: '#2c2a28' }) +
    tag('ellipse', { cx: 150, cy: -332 * view.rise, rx: 7, ry: 7, fill: '#2c2a28' })
  const filler = set(
    part(
      [
        [22, 0],
        [24, 2],
        [24, 18],
        [18, 24],
        [0, 25],
      ],
      paint('brass'),
      { metal: true, rough: 0.25 },
    ),
    84,
    -84,
  )
  const body =
    halo(0, -250, 460, 0.5) +
    wire.body +
    post(-1).body +
    post(1).body +
    tank.body +
    filler.body +
    cage.body +
    lifted.body +
    hood.body +
    cap
  return {
    body,
    shadow: together(tank, post(1), post(-1), wire, {
      ...hood,
      shadow: { ...NO_SHADOW, far: hood.shadow.far },
    }).shadow,
  }
}
