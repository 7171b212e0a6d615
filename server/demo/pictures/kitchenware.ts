/** Turned wood and thrown clay for the kitchen, and the pictures of both. */
import { cuttingBoard, woodenSpoons } from './boards.ts'
import { hex, mix, paint, type Paint, scale } from './colour.ts'
import { type Item, NO_SHADOW, together } from './item.ts'
import { dipped, type Ring, turn } from './lathe.ts'
import { mesh } from './mesh.ts'
import { noise } from './noise.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { specks } from './specks.ts'
import { blurred, ellipse, group, linear, path, radial } from './svg.ts'
import { turned, viewFrom } from './view.ts'
import { turnedWood } from './wood.ts'

export function rollingPin(): Item {
  const view = viewFrom(24)
  const wood = turnedWood('oak', 4)
  const length = 780
  const degrees = 24
  const at = (u: number, v: number) => {
    const x = (u - 0.5) * length
    const taper = 1 - 0.34 * Math.abs(2 * u - 1) ** 2.6
    const end = Math.sqrt(Math.max(0, 1 - Math.max(0, (Math.abs(2 * u - 1) - 0.985) / 0.015) ** 2))
    const radius = 58 * taper * Math.max(0.05, end)
    const angle = v * 2 * Math.PI
    return turned([x, 58 + radius * Math.sin(angle), radius * Math.cos(angle)], degrees)
  }
  const colour = (u: number, v: number) => {
    const ring = Math.min(Math.abs(u - 0.32), Math.abs(u - 0.68)) < 0.0055
    const base = wood(v * 6.28, (u - 0.5) * length * 1.4 + 30 * noise(v * 6))
    return ring ? scale(paint('walnut'), 0.4) : base
  }
  const pin = mesh({ view, at, colour, fine: [220, 40], surface: { gloss: 0.2, rough: 0.4 } })
  const [ax, ay] = view.at(turned([-length * 0.44, 0, 0], degrees))
  const [bx, by] = view.at(turned([length * 0.44, 0, 0], degrees))
  const touch = path(`M${ax + 8} ${ay + 4}L${bx + 8} ${by + 4}`, {
    stroke: 'currentColor',
    'stroke-width': 30,
    'stroke-linecap': 'round',
  })
  return { body: pin.body, shadow: { far: pin.shadow.far, near: pin.shadow.far, touch } }
}

export function saltPig(colour: Paint): Item {
  const view = viewFrom(15)
  const coat = scale(paint(colour), 1.04)
  const foot = { colour: mix(paint('clay'), paint('willow'), 0.55), height: 10 }
  const rings: Ring[] = [
    [138, 0],
    [152, 0],
    [172, 18],
    [196, 90],
    [196, 170],
    [172, 262],
    [118, 330],
    [54, 356],
    [0, 360],
  ]
  const body = turn({
    view,
    outside: rings,
    glaze: dipped(coat, coat, -100, foot),
    surface: { gloss: 0.45, rough: 0.18 },
    hand: 1.6,
  })
  const marks = specks({ view, outside: rings, seed: 51, count: 56, from: 20, to: 330 })
  // The mouth looks left and up, away from the steam: a collar, a dark inside, salt.
  const [cx, cy, rx, ry] = [-58, -206, 112, 92]
  const collar = linear(
    [
      { at: 0, colour: hex(scale(coat, 1.12)) },
      { at: 0.55, colour: hex(scale(coat, 0.8)) },
      { at: 1, colour: hex(scale(coat, 0.42)) },
    ],
    [cx - rx, cy - ry],
    [cx + rx, cy + ry],
  )
  const inside = radial(
    [
      { at: 0, colour: '#3f2f25' },
      { at: 0.6, colour: '#5c4636' },
      { at: 1, colour: '#8a6a50' },
    ],
    [cx - 34, cy - 24],
    rx * 1.25,
    0.86,
  )
  const heap = linear(
    [
      { at: 0, colour: '#fbf6ec' },
      { at: 1, colour: '#b9ab98' },
    ],
    [cx - 60, cy + 20],
    [cx + 80, cy + 70],
  )
  const turnedMouth = { transform: `rotate(-14 ${cx} ${cy})` }
  const mouth = group(
    turnedMouth,
    blurred(7, ellipse(cx + 12, cy + 12, rx + 10, ry + 8, { fill: '#2a1d15', opacity: 0.28 })),
    collar.def + ellipse(cx, cy, rx + 14, ry + 13, { fill: collar.url }),
    ellipse(cx, cy, rx + 3, ry + 3, { fill: hex(mix(coat, foot.colour, 0.4)) }),
    inside.def + ellipse(cx, cy, rx, ry, { fill: inside.url }),
  )
  const salt =
    heap.def +
    path(
      `M${cx - 98} ${cy + 40}C${cx - 50} ${cy + 6} ${cx + 10} ${cy + 8} ${cx + 104} ${cy + 22}C${cx + 84} ${cy + 82} ${cx - 50} ${cy + 112} ${cx - 98} ${cy + 40}Z`,
      { fill: heap.url },
    )
  return { ...body, body: body.body + marks + mouth + salt }
}

export function pepperMill(wood: Paint): Item {
  const view = viewFrom(12)
  const rings: Ring[] = [
    [84, 0],
    [92, 2],
    [94, 12],
    [90, 60],
    [70, 150],
    [56, 220],
    [62, 290],
    [78, 330],
    [80, 344],
    [74, 352],
    [70, 354],
    [72, 358],
    [84, 366],
    [92, 410],
    [80, 460],
    [48, 488],
    [14, 496],
    [0, 497],
  ]
  const body = turn({
    view,
    outside: rings,
    glaze: turnedWood(wood, wood === 'oak' ? 3 : 9),
    surface: { gloss: 0.3, rough: 0.34 },
  })
  const nut = turn({
    view,
    outside: [
      [11, 492],
      [11, 508],
      [19, 512],
      [22, 522],
      [19, 533],
      [8, 538],
      [0, 538],
    ],
    glaze: () => paint('brass'),
    surface: { metal: true, rough: 0.2 },
    floats: true,
  })
  const groove = -353 * view.rise
  const line = path(`M-71 ${groove}A71 ${71 * view.squash} 0 0 0 71 ${groove}`, {
    fill: 'none',
    stroke: '#2d1c10',
    'stroke-width': 3,
    opacity: 0.6,
  })
  return together(
    { ...body, body: body.body + line },
    { ...nut, shadow: { ...NO_SHADOW, far: nut.shadow.far } },
  )
}

export const kitchenware: Shot[] = [
  ...inColours('cutting-board', ['oak', 'walnut'], cuttingBoard, {
    ground: 'stone',
    x: 478,
    y: 1080,
    by: 1.16,
    floor: 1046,
  }),
  shot('wooden-spoons', woodenSpoons, { ground: 'cream', x: 496, y: 1040, by: 1.24 }),
  shot('rolling-pin', rollingPin, { ground: 'blush', y: 700, by: 1.06 }),
  ...inColours('salt-pig', ['chalk', 'sea'], saltPig, { ground: 'mist', x: 470, y: 900, by: 1.42 }),
  ...inColours('pepper-mill', ['oak', 'walnut'], pepperMill, { ground: 'oat', x: 480, y: 1010, by: 1.44 }),
]
