/** Wood and clay for the kitchen: board, spoons, rolling pin, salt pig, pepper mill. */
import { hex, mix, paint, scale, type Paint } from './colour.ts'
import { NO_SHADOW, inShade, together, type Item } from './item.ts'
import { dipped, turn, type Ring } from './lathe.ts'
import { mesh } from './mesh.ts'
import { noise } from './noise.ts'
import { panel } from './panel.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { specks } from './specks.ts'
import { blurred, ellipse, group, linear, path, radial } from './svg.ts'
import { bend, tube } from './tube.ts'
import { turned, viewFrom } from './view.ts'
import { sawnGrain, turnedWood } from './wood.ts'

/** Leans on the wall: its shadow is its own shape, moved right. */
export function cuttingBoard(wood: Paint): Item {
  const body =
    'M-178 0C-196 0 -206 -10 -206 -28L-200 -470C-200 -500 -186 -512 -160 -512L-76 -512C-52 -512 -42 -524 -42 -548L-38 -664' +
    'C-38 -694 -24 -708 0 -708C24 -708 38 -694 38 -664L42 -548C42 -524 52 -512 76 -512L160 -512C186 -512 200 -500 200 -470L206 -28C206 -10 196 0 178 0Z'
  const hole = 'M0 -678a19 19 0 1 1 0 38a19 19 0 1 1 0 -38Z'
  const shape = body + hole
  const grain = sawnGrain(
    shape,
    { x: -210, y: -712, width: 420, height: 716 },
    'upright',
    wood === 'oak' ? 8 : 21,
    1,
  )
  const board = panel({
    shape,
    back: [16, -5],
    colour: scale(paint(wood), 1.1),
    facing: [-0.1, 0.25, 0.96],
    from: [-210, -700],
    to: [210, 0],
    upon: grain,
  })
  const view = viewFrom(4)
  const loop = tube({
    view,
    along: bend(
      [
        [-2, 660, 6],
        [-26, 706, 8],
        [-20, 760, 6],
        [2, 782, 2],
        [24, 758, 0],
        [20, 706, -4],
        [4, 662, -6],
      ],
      4,
    ),
    radius: () => 5.5,
    colour: () => paint('leather'),
    surface: { gloss: 0.15 },
  })
  const fall = group({ transform: 'translate(46 10) skewX(-3)' }, inShade(body))
  return {
    body: board + loop.body,
    shadow: {
      near: fall,
      far: group({ transform: 'translate(90 26) skewX(-5)' }, inShade(body)),
      touch: path('M-206 -6L206 -6L230 4L-196 6Z', { fill: 'currentColor' }),
    },
  }
}

function spoon(shape: string, bowl: string, angle: number, x: number, seed: number): Item {
  const beech = scale(paint('beech'), 1.02)
  const upon = sawnGrain(shape, { x: -90, y: -700, width: 180, height: 720 }, 'upright', seed, 0.8)
  const round = linear(
    [
      { at: 0, colour: '#fff4df', opacity: 0.55 },
      { at: 0.35, colour: '#fff4df', opacity: 0 },
      { at: 0.6, colour: '#5b3a1e', opacity: 0 },
      { at: 1, colour: '#5b3a1e', opacity: 0.42 },
    ],
    [-26, -300],
    [26, -300],
  )
  const body = panel({
    shape,
    back: [7, 6],
    colour: beech,
    facing: [-0.25, 0.6, 0.75],
    from: [-80, -690],
    to: [80, 0],
    upon,
  })
  const placed = { transform: `translate(${x} 0) rotate(${angle})` }
  const fall = (dx: number, dy: number) =>
    group({ transform: `translate(${dx} ${dy})` }, group(placed, inShade(shape)))
  return {
    body: group(placed, body, round.def, path(shape, { fill: round.url, opacity: 0.55 }), bowl),
    shadow: { near: fall(16, 14), far: fall(34, 26), touch: fall(6, 7) },
  }
}

const STICK = 'M-14 0C-17 -20 -13 -240 -12 -420'

export function woodenSpoons(): Item {
  const hollow = radial(
    [
      { at: 0, colour: '#6d4726', opacity: 0.1 },
      { at: 0.75, colour: '#6d4726', opacity: 0.34 },
      { at: 1, colour: '#6d4726', opacity: 0.62 },
    ],
    [16, -546],
    74,
    1.36,
  )
  const bowl =
    hollow.def +
    ellipse(0, -560, 56, 82, { fill: hollow.url }) +
    blurred(
      3,
      path('M30 -500C48 -530 48 -590 30 -622', {
        fill: 'none',
        stroke: '#fff1d6',
        'stroke-width': 7,
        opacity: 0.7,
      }),
    )
  const round = `${STICK}C-14 -450 -76 -480 -76 -566C-76 -640 -40 -668 0 -668C40 -668 76 -640 76 -566C76 -480 14 -450 12 -420C13 -240 17 -20 14 0C12 14 -12 14 -14 0Z`
  const corner = `${STICK}C-16 -460 -70 -490 -74 -560C-76 -620 -72 -654 -66 -664C-30 -676 40 -650 66 -622C78 -560 30 -470 12 -420C13 -240 17 -20 14 0C12 14 -12 14 -14 0Z`
  const flat = `${STICK}C-16 -450 -56 -470 -62 -520L-66 -654C-66 -672 -56 -678 -40 -678L40 -674C58 -673 66 -664 66 -648L62 -520C56 -470 16 -450 12 -420C13 -240 17 -20 14 0C12 14 -12 14 -14 0Z`
  const dent = linear(
    [
      { at: 0, colour: '#5b3a1e', opacity: 0.4 },
      { at: 0.5, colour: '#5b3a1e', opacity: 0.06 },
      { at: 1, colour: '#fff1d6', opacity: 0.4 },
    ],
    [-50, -560],
    [50, -560],
  )
  const cornerBowl =
    dent.def +
    path(
      'M-54 -560C-56 -610 -54 -636 -50 -646C-20 -652 30 -634 50 -612C54 -560 20 -500 0 -474C-30 -496 -52 -520 -54 -560Z',
      { fill: dent.url },
    )
  return together(
    spoon(flat, '', 17, 96, 14),
    spoon(corner, cornerBowl, 1, 0, 27),
    spoon(round, bowl, -16, -100, 35),
  )
}

export function rollingPin(): Item {
  const view = viewFrom(24)
  const wood = turnedWood('oak', 4)
  const length = 780
  const degrees = 24
  const at = (u: number, v: number) => {
    const x = (u - 0.5) * length
    const taper = 1 - 0.34 * Math.abs(2 * u - 1) ** 2.6
    const end = Math.sqrt(Math.max(0, 1 - Math.max(0, (Math.abs(2 * u - 1) - 0.985) / 0.015) ** 2))
    const radius = 46 * taper * Math.max(0.05, end)
    const angle = v * 2 * Math.PI
    return turned([x, 46 + radius * Math.sin(angle), radius * Math.cos(angle)], degrees)
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
    ground: -1000,
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
