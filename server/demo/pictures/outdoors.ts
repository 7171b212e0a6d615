/** For the beach and the garden: baskets, mug, flask, lantern, blanket, can, bag. */
import { hex, mix, paint, scale, type Paint, type Rgb } from './colour.ts'
import { flame, halo } from './flame.ts'
import { glass } from './glass.ts'
import { NO_SHADOW, inShade, set, together, type Item } from './item.ts'
import { turn, walled, type Ring } from './lathe.ts'
import { smooth, type Vec } from './light.ts'
import { border, mesh } from './mesh.ts'
import { chance, noise } from './noise.ts'
import { rolled } from './rolled.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { clipped, ellipse, group, linear, path, polyline, tag } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom, type View } from './view.ts'
import { weave } from './weave.ts'
import { basket } from './wicker.ts'

const LEATHER = paint('leather')
const STEEL = { metal: true, rough: 0.3 }

export function fisherBasket(): Item {
  const view = viewFrom(21)
  const tall = 350
  const radius = (height: number) => 176 + 62 * (height / tall) - 8 * Math.cos((height / tall) * 3) + 4
  const woven = basket({ view, radius, tall, stakes: 46, rows: 21, rod: 7.6, seed: 3 })
  const handle = (side: 1 | -1, z: number) => {
    const x = side * radius(tall) * 0.94
    const along = bend(
      [
        [x, tall - 76, z - 42],
        [x + side * 6, tall + 20, z - 46],
        [x - side * 2, tall + 92, z - 26],
        [x - side * 2, tall + 92, z + 26],
        [x + side * 6, tall + 20, z + 46],
        [x, tall - 76, z + 42],
      ],
      5,
    )
    return tube({
      view,
      along,
      radius: () => 11,
      colour: () => LEATHER,
      surface: { gloss: 0.25, rough: 0.4 },
      ends: 'round',
    })
  }
  const [left, right] = [handle(-1, 0), handle(1, 0)]
  return { body: woven.body + left.body + right.body, shadow: together(woven, left, right).shadow }
}

function splitLog(x: number, y: number, r: number, seed: number): string {
  const next = chance(seed)
  const ring = Array.from({ length: 22 }, (_, k): [number, number] => {
    const angle = (k / 22) * 2 * Math.PI
    const reach = r * (1 + 0.06 * noise(Math.cos(angle) * 2, Math.sin(angle) * 2, seed))
    // Split on one side: the arc is cut by a straight face.
    const [px, py] = [reach * Math.cos(angle), reach * 0.82 * Math.sin(angle)]
    return [x + px, y + Math.min(py, r * (0.42 + 0.2 * next() * 0))]
  })
  const shape = polyline(ring, true)
  const cut = linear(
    [
      { at: 0, colour: '#efd3a4' },
      { at: 1, colour: '#c2925a' },
    ],
    [x - r, y - r],
    [x + r, y + r],
  )
  const rings = [0.24, 0.42, 0.6, 0.78].map((share) =>
    ellipse(x + 3, y + r * 0.1, r * share, r * share * 0.78, {
      fill: 'none',
      stroke: '#9a6a3a',
      'stroke-width': 1.6,
      opacity: 0.42,
    }),
  )
  const crack = path(`M${x + 3} ${y + r * 0.1}L${x + r * 0.5} ${y - r * 0.42}`, {
    stroke: '#7d522b',
    'stroke-width': 2,
    opacity: 0.6,
  })
  return (
    path(shape, { fill: '#5b3d27', transform: 'translate(5 -3)' }) +
    cut.def +
    path(shape, { fill: cut.url, stroke: '#6b4528', 'stroke-width': 5 }) +
    clipped(shape, ...rings, crack)
  )
}

export function logBasket(): Item {
  const view = viewFrom(22)
  const tall = 210
  const radius = (height: number) => 258 + 48 * (height / tall)
  const logs: [number, number, number][] = [
    [-170, -250, 62],
    [-40, -262, 70],
    [106, -256, 66],
    [208, -240, 52],
    [-104, -318, 62],
    [34, -336, 66],
    [150, -310, 56],
    [-220, -208, 54],
    [-130, -196, 66],
    [10, -196, 76],
    [140, -190, 66],
    [230, -196, 48],
  ]
  const within = logs.map(([x, y, r], index) => splitLog(x, y, r, index + 2)).join('')
  const woven = basket({ view, radius, tall, stakes: 54, rows: 12, rod: 8.6, seed: 9, within })
  const loop = (side: 1 | -1) => {
    const x = side * radius(tall) * 1.0
    return tube({
      view,
      along: bend(
        [
          [x, tall - 20, -50],
          [x + side * 12, tall + 54, -40],
          [x + side * 14, tall + 76, 0],
          [x + side * 12, tall + 54, 40],
          [x, tall - 20, 50],
        ],
        5,
      ),
      radius: () => 14,
      colour: (t) => scale(paint('willow'), 0.9 + 0.16 * Math.sin(t * 60)),
      surface: { gloss: 0.12 },
    })
  }
  return { body: woven.body + loop(-1).body + loop(1).body, shadow: together(woven, loop(1)).shadow }
}

export function enamelMug(colour: Paint): Item {
  const view = viewFrom(16)
  const coat = scale(paint(colour), 1.06)
  const rim = scale(paint('soot'), 0.55)
  const shape = walled(
    [
      [146, 0],
      [158, 2],
      [162, 12],
      [164, 60],
      [166, 230],
      [172, 276],
      [175, 280],
    ],
    5,
    12,
  )
  const body = turn({
    view,
    ...shape,
    glaze: (_, height) => (height > 272 ? rim : coat),
    liner: (_, height) => (height > 274 ? rim : scale(paint('chalk'), 1.02)),
    surface: { gloss: 0.7, rough: 0.08 },
  })
  const band = tube({
    view,
    along: bend([
      [158, 224, 26],
      [226, 238, 34],
      [274, 204, 40],
      [272, 140, 40],
      [240, 92, 36],
      [160, 70, 26],
    ]),
    radius: (t) => 14 + 3 * (2 * t - 1) ** 2,
    colour: () => coat,
    surface: { gloss: 0.6, rough: 0.1 },
  })
  const next = chance(12)
  const flecks = Array.from({ length: 46 }, () => {
    const [angle, height] = [(next() - 0.5) * 2.8, 20 + 240 * next()]
    const [x, y] = view.at([164 * Math.sin(angle), height, 164 * Math.cos(angle)])
    return ellipse(x, y, (0.8 + 1.6 * next()) * Math.cos(angle), 0.8 + 1.8 * next(), {
      fill: colour === 'chalk' ? '#4b5352' : '#efe8da',
      opacity: 0.5,
    })
  })
  return together(band, { ...body, body: body.body + group({}, ...flecks) })
}

export function flask(colour: Paint): Item {
  const view = viewFrom(12)
  const coat = scale(paint(colour), 1.05)
  const body = turn({
    view,
    outside: [
      [105, 25],
      [105, 25],
      [105, 380],
      [103, 412],
      [92, 440],
      [88, 446],
    ],
    glaze: () => coat,
    surface: { gloss: 0.2, rough: 0.44 },
  })
  const foot = turn({
    view,
    outside: [
      [98, 0],
      [104, 3],
      [105, 12],
      [105, 26],
    ],
    glaze: () => paint('steel'),
    surface: STEEL,
  })
  const collar = turn({
    view,
    outside: [
      [88, 440],
      [88, 440],
      [88, 468],
      [86, 472],
    ],
    glaze: () => paint('steel'),
    surface: STEEL,
    ground: -1000,
  })
  const cup = turn({
    view,
    outside: [
      [90, 468],
      [92, 470],
      [92, 470],
      [90, 560],
      [86, 584],
      [76, 594],
      [40, 598],
      [0, 599],
    ],
    glaze: () => coat,
    surface: { gloss: 0.2, rough: 0.44 },
    ground: -1000,
  })
  const cap = turn({
    view,
    outside: [
      [34, 596],
      [34, 597],
      [30, 600],
      [0, 601],
    ],
    glaze: () => paint('steel'),
    surface: STEEL,
    ground: -1000,
  })
  return {
    body: foot.body + body.body + collar.body + cup.body + cap.body,
    shadow: together(
      foot,
      { ...body, shadow: { ...body.shadow, touch: '' } },
      { ...cup, shadow: { ...NO_SHADOW, far: cup.shadow.far } },
    ).shadow,
  }
}

export function stormLantern(colour: Paint): Item {
  const view = viewFrom(11)
  const coat = scale(paint(colour), colour === 'soot' ? 0.95 : 1)
  const lacquer = { gloss: 0.42, rough: 0.26 }
  const part = (
    outside: Ring[],
    paintOf: Rgb = coat,
    surface: Parameters<typeof turn>[0]['surface'] = lacquer,
    ground = -1000,
  ) => turn({ view, outside, glaze: () => paintOf, surface, ground })
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
    26,
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

export function picnicBlanket(colour: Paint): Item {
  const [ground, dye, dark] = [paint('oat'), paint(colour), scale(paint('harbour'), 0.9)]
  const stripe = (at: number): number => {
    const t = ((at % 1) + 1) % 1
    return t < 0.44 ? 1 : t > 0.7 && t < 0.75 ? 0.8 : 0
  }
  const check = (along: number, around: number): Rgb => {
    const [a, b] = [stripe(along * 5.5), stripe(around * 4.5)]
    const tinted = mix(ground, dye, 0.46 * a + 0.46 * b)
    const line =
      ((along * 5.5) % 1 > 0.7 && (along * 5.5) % 1 < 0.75) ||
      ((around * 4.5) % 1 > 0.7 && (around * 4.5) % 1 < 0.75)
    return line ? mix(tinted, dark, 0.55) : tinted
  }
  const view = viewFrom(22)
  const roll = rolled({
    length: 540,
    radius: 122,
    pattern: check,
    end: mix(ground, dye, 0.4),
    turns: 7,
    seed: 6,
    straps: [0.26, 0.74],
    leather: LEATHER,
  })
  const grip = tube({
    view,
    along: bend(
      [
        [-104, 232, -66],
        [-74, 280, -46],
        [0, 300, 0],
        [74, 280, 46],
        [104, 232, 66],
      ].map(([x, y, z]): Vec => [(x ?? 0) * 1.08, y ?? 0, (z ?? 0) * 1.0]),
    ),
    radius: (t) => 11 + 5 * Math.sin(Math.PI * t),
    colour: () => LEATHER,
    surface: { gloss: 0.25, rough: 0.4 },
  })
  return { body: roll.body + grip.body, shadow: together(roll, grip).shadow }
}

function mouth(view: View, height: number, radius: number): string {
  const y = -height * view.rise
  const dark = linear(
    [
      { at: 0, colour: '#191614' },
      { at: 1, colour: '#4a443d' },
    ],
    [-radius, y],
    [radius, y],
  )
  return dark.def + ellipse(0, y, radius, radius * view.squash, { fill: dark.url })
}

export function wateringCan(colour: Paint): Item {
  const view = viewFrom(15)
  const coat = scale(paint(colour), 1.05)
  const look = { gloss: 0.3, rough: 0.36 }
  const body = turn({
    view,
    outside: [
      [126, 0],
      [138, 0],
      [142, 8],
      [140, 60],
      [118, 190],
      [92, 250],
      [88, 258],
      [92, 264],
      [86, 266],
    ],
    glaze: () => coat,
    surface: look,
  })
  const spout = tube({
    view,
    along: bend(
      [
        [-112, 44, 20],
        [-196, 74, 26],
        [-256, 166, 28],
        [-318, 292, 30],
        [-378, 352, 32],
        [-420, 364, 32],
      ],
      5,
    ),
    radius: (t) => 22 - 12 * smooth(0, 0.8, t),
    colour: () => coat,
    surface: look,
    ends: 'round',
  })
  const brace = tube({
    view,
    along: [
      [-96, 214, 10],
      [-262, 214, 26],
    ],
    radius: () => 5.5,
    colour: () => coat,
    surface: look,
  })
  const handle = tube({
    view,
    along: bend(
      [
        [-62, 258, 0],
        [-40, 356, 0],
        [60, 402, 0],
        [180, 352, 0],
        [226, 236, 0],
        [200, 120, 0],
        [128, 60, 0],
      ],
      5,
    ),
    radius: () => 12,
    colour: () => coat,
    surface: look,
  })
  return together(handle, spout, brace, { ...body, body: body.body + mouth(view, 265, 84) })
}

export function marketTote(colour: Paint): Item {
  const view = viewFrom(15)
  const coat = scale(paint(colour), 1.06)
  const [wide, tall] = [430, 400]
  const face =
    (near: 1 | -1) =>
    (u: number, v: number): Vec => {
      const a = 2 * u - 1
      const y = tall * (1 - v)
      const swell =
        (74 - 44 * (1 - v) ** 1.5) * (1 - a * a * 0.25) +
        10 * noise(u * 3, v * 3, near) +
        5 * noise(u * 9, v * 2, 3)
      const sag = 13 * (1 - a * a) * (1 - v) ** 4
      return [a * (wide / 2) * (1 - 0.05 * (1 - v)) + 6 * noise(v * 3, near), y - sag, near * swell]
    }
  const dye = (u: number, v: number) => scale(coat, 1 + 0.05 * noise(u * 70, v * 70) - (v < 0.012 ? 0.15 : 0))
  const cloth = { gloss: 0.03, rough: 0.8 }
  const back = mesh({
    view,
    at: face(-1),
    colour: (u, v) => scale(dye(u, v), 0.62),
    fine: [40, 30],
    surface: cloth,
  })
  const front = mesh({
    view,
    at: face(1),
    colour: dye,
    fine: [70, 60],
    surface: cloth,
    open: (_, v) => 1 - 0.3 * smooth(0.9, 1, v),
  })
  const side = mesh({
    view,
    at: (u, v) => {
      const [fx, fy, fz] = face(1)(1, v)
      const [bx, by, bz] = face(-1)(1, v)
      const t = u
      const fold = -26 * Math.sin(Math.PI * t) * (1 - 0.5 * v)
      return [fx + (bx - fx) * t + fold * 0.4, fy + (by - fy) * t, fz + (bz - fz) * t]
    },
    colour: dye,
    fine: [14, 40],
    surface: cloth,
  })
  const strap = (near: 1 | -1, high: number) => {
    const at = face(near)
    const [a, b] = [at(0.27, 0.02), at(0.73, 0.02)]
    return tube({
      view,
      along: bend(
        [
          [a[0], a[1] - 6, a[2]],
          [a[0] + 8, tall + high * 0.55, a[2] * 0.7],
          [a[0] + 66, tall + high * 0.96, a[2] * 0.4],
          [b[0] - 66, tall + high, b[2] * 0.4],
          [b[0] - 8, tall + high * 0.55, b[2] * 0.7],
          [b[0], b[1] - 6, b[2]],
        ],
        6,
      ),
      radius: () => 11,
      colour: () => scale(coat, near === 1 ? 1 : 0.8),
      surface: cloth,
    })
  }
  const bands = [0.27, 0.73].map((u) => {
    const line = (shift: number) =>
      Array.from({ length: 30 }, (_, k) => view.at(face(1)(u + shift, 0.01 + (k / 29) * 0.98)))
    return (
      path(polyline([...line(-0.026), ...line(0.026).reverse()], true), { fill: '#fff3dd', opacity: 0.1 }) +
      [-0.026, 0.026]
        .map((shift) =>
          path(polyline(line(shift)), { fill: 'none', stroke: '#20160e', 'stroke-width': 1.6, opacity: 0.3 }),
        )
        .join('') +
      [-0.02, 0.02]
        .map((shift) =>
          path(polyline(line(shift)), {
            fill: 'none',
            stroke: '#fff3dd',
            'stroke-width': 1.2,
            'stroke-dasharray': '5 4',
            opacity: 0.5,
          }),
        )
        .join('')
    )
  })
  const edge = border(face(1), 40)
  const shape = polyline(edge.map(view.at), true)
  const [lx, ly] = view.at(face(1)(0.5, 0.62))
  const patch =
    tag('rect', { x: lx - 34, y: ly - 22, width: 68, height: 44, rx: 3, fill: hex(scale(LEATHER, 0.8)) }) +
    tag('rect', {
      x: lx - 29,
      y: ly - 17,
      width: 58,
      height: 34,
      rx: 2,
      fill: 'none',
      stroke: '#f0dcc0',
      'stroke-width': 1.2,
      'stroke-dasharray': '4 3',
      opacity: 0.6,
    }) +
    path(`M${lx - 16} ${ly + 2}q8 -7 16 0t16 0`, {
      fill: 'none',
      stroke: '#f0dcc0',
      'stroke-width': 2,
      opacity: 0.7,
    })
  const rear = strap(-1, 170)
  const fore = strap(1, 150)
  const ground = Array.from({ length: 13 }, (_, k) =>
    inShade(polyline(border(face(k % 2 === 0 ? 1 : -1), 20).map(view.shadowOf), true)),
  )
    .slice(0, 2)
    .join('')
  const foot = inShade(
    polyline(
      [
        [-wide / 2, 66],
        [wide / 2 + 8, 62],
        [wide / 2 + 12, -40],
        [-wide / 2 + 10, -50],
      ].map(([x, z]) => view.at([x ?? 0, 0, z ?? 0])),
      true,
    ),
  )
  return {
    body:
      rear.body +
      back.body +
      side.body +
      front.body +
      weave(shape, { x: -260, y: -460, width: 520, height: 520 }, 17, 0.9, 38) +
      bands.join('') +
      patch +
      fore.body,
    shadow: { far: ground + fore.shadow.far, near: group({ opacity: 0.6 }, ground), touch: foot },
  }
}

export const outdoors: Shot[] = [
  shot('fisher-basket', fisherBasket, { ground: 'cream', x: 484, y: 890, by: 1.3 }),
  shot('log-basket', logBasket, { ground: 'oat', x: 490, y: 810, by: 1.12 }),
  ...inColours('enamel-mug', ['harbour', 'chalk', 'rust'], enamelMug, {
    ground: 'mist',
    x: 456,
    y: 850,
    by: 1.32,
  }),
  ...inColours('flask', ['harbour', 'sand', 'rust'], flask, { ground: 'sky', x: 480, y: 1030, by: 1.34 }),
  ...inColours('storm-lantern', ['soot', 'rust'], stormLantern, {
    ground: 'dusk',
    x: 486,
    y: 1010,
    by: 1.36,
  }),
  ...inColours('picnic-blanket', ['rust', 'sea'], picnicBlanket, {
    ground: 'mist',
    x: 500,
    y: 800,
    by: 1.16,
  }),
  ...inColours('watering-can', ['sage', 'soot'], wateringCan, { ground: 'stone', x: 560, y: 850, by: 1.26 }),
  ...inColours('market-tote', ['oat', 'harbour'], marketTote, { ground: 'cream', x: 486, y: 970, by: 1.4 }),
]
