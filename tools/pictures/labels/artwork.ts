/** The ten drawings the shop sells as prints, each 300 wide and 400 tall from the top left. */
import { PALETTE } from './palette.ts'
import { chance, noise } from './noise.ts'
import { curve, ellipse, group, path, polyline, tag, type Point } from './svg.ts'

const { sun, sea, harbour, sage, clay, rust, sand, oat, soot } = PALETTE

function sheet(colour: string): string {
  return tag('rect', { x: 0, y: 0, width: 300, height: 400, fill: colour })
}

function hills(colours: string[], tops: number[], seed: number): string {
  return colours
    .map((fill, index) => {
      const crest = Array.from({ length: 13 }, (_, k): Point => {
        const x = k * 25
        const swell = 26 * noise(x / 150 + index * 3.7, index, seed) + 9 * noise(x / 60, index + 9, seed)
        return [x, (tops[index] ?? 0) + swell]
      })
      return path(`${curve(crest)}L300 400L0 400Z`, { fill })
    })
    .join('')
}

export function lowTideOne(): string {
  const disc = ellipse(188, 128, 46, 46, { fill: sun })
  return (
    sheet('#f3ebdd') +
    disc +
    hills(['#e3d5bd', sage, '#7f9b95', '#4f706f', harbour], [206, 244, 284, 324, 362], 4)
  )
}

export function lowTideTwo(): string {
  const disc = ellipse(112, 116, 50, 50, { fill: '#fbf5e8' })
  return (
    sheet('#e8cfb4') +
    disc +
    hills(['#dcae86', '#cc8d66', clay, rust, '#6d3f33'], [204, 242, 284, 322, 360], 11)
  )
}

export function lowTideThree(): string {
  const disc = ellipse(206, 92, 40, 40, { fill: '#e9c98f' })
  return (
    sheet('#dfe3dc') +
    disc +
    hills(['#c3cfcb', '#9db3b5', '#7396a1', sea, '#36525f'], [196, 232, 272, 316, 352], 23)
  )
}

export function lowTideFour(): string {
  const disc = ellipse(96, 150, 44, 44, { fill: clay })
  return (
    sheet('#efe3d0') +
    disc +
    hills(['#dccdb4', sand, '#a89a86', '#6f7670', soot], [222, 258, 294, 330, 366], 37)
  )
}

/** A net hung out to dry: two families of lines that pull each other out of shape. */
export function nets(): string {
  const line = (k: number, slant: number) => {
    const thread = Array.from({ length: 15 }, (_, i): Point => {
      const y = i * 30 - 10
      const x = k * 22 + slant * (y - 200) * 0.42 + 10 * noise(k * 0.4, y / 120, slant + 3)
      return [x, y]
    })
    return path(curve(thread), { fill: 'none', stroke: harbour, 'stroke-width': 1.7, opacity: 0.85 })
  }
  const lines = Array.from({ length: 24 }, (_, k) => line(k - 4, 1) + line(k - 4, -1))
  const floats = Array.from({ length: 5 }, (_, k) =>
    ellipse(34 + k * 58, 44 + 8 * noise(k, 2), 13, 17, { fill: [sun, clay, rust, sun, clay][k] ?? sun }),
  )
  return sheet('#e6ded0') + lines.join('') + floats.join('')
}

export function moorings(): string {
  const next = chance(19)
  const lines = Array.from({ length: 74 }, (_, k) => {
    const y = 176 + k * 3
    const thread = Array.from({ length: 11 }, (_, i): Point => [
      i * 30,
      y + 1.6 * noise(i * 0.7, k * 0.35, 6),
    ])
    const weight = 0.7 + 1.3 * (0.5 + 0.5 * noise(k * 0.16, 2))
    return path(curve(thread), {
      fill: 'none',
      stroke: sea,
      'stroke-width': weight,
      opacity: 0.5 + 0.35 * next(),
    })
  })
  const boat = (x: number, y: number, size: number, hull: string) => {
    const shape = 'M-30 -11C-22 1 -14 6 0 6C16 6 26 0 32 -13C14 -8 -12 -8 -30 -11Z'
    const float =
      path(shape, { fill: hull }) + tag('rect', { x: -1, y: -54, width: 2, height: 46, fill: soot })
    const below = path(shape, { fill: hull, opacity: 0.55, transform: 'translate(0 8) scale(1 -1.5)' })
    const mast = path('M0 20q3 14 -1 26t1 22', {
      fill: 'none',
      stroke: soot,
      'stroke-width': 2,
      opacity: 0.5,
    })
    return group({ transform: `translate(${x} ${y}) scale(${size})` }, below, mast, float)
  }
  const boats = [
    boat(62, 196, 0.62, clay),
    boat(204, 204, 0.7, harbour),
    boat(128, 238, 0.95, sun),
    boat(240, 280, 1.2, rust),
    boat(80, 316, 1.45, harbour),
  ]
  return (
    sheet('#efe7d8') +
    path('M0 150C60 140 120 146 180 138S270 142 300 136L300 178L0 178Z', { fill: sage, opacity: 0.8 }) +
    lines.join('') +
    boats.join('')
  )
}

export function pebbles(): string {
  const next = chance(28)
  const tones = [sea, sage, sand, clay, oat, '#8d9a97', soot, '#c9b79f', '#6f8790']
  const placed: { x: number; y: number; r: number }[] = []
  for (let tries = 0; tries < 4000 && placed.length < 19; tries++) {
    const stone = { x: 46 + 208 * next(), y: 56 + 288 * next(), r: 17 + 21 * next() }
    if (placed.every((other) => Math.hypot(other.x - stone.x, other.y - stone.y) > other.r + stone.r + 5))
      placed.push(stone)
  }
  const stones = placed.map(({ x, y, r }, index) => {
    const outline = Array.from({ length: 10 }, (_, k): Point => {
      const angle = (k / 10) * 2 * Math.PI
      const reach = r * (1 + 0.16 * noise(Math.cos(angle) + index * 3, Math.sin(angle), index))
      return [x + reach * Math.cos(angle), y + reach * 0.86 * Math.sin(angle)]
    })
    const fill = tones[index % tones.length] ?? sea
    const vein =
      index % 4 === 1
        ? path(
            curve([
              [x - r * 0.8, y - r * 0.2],
              [x, y + r * 0.1],
              [x + r * 0.8, y - r * 0.1],
            ]),
            { fill: 'none', stroke: '#f4efe4', 'stroke-width': 2.4, opacity: 0.8 },
          )
        : ''
    // The seventh is a snail.
    const coil =
      index === 6
        ? path(
            curve(
              Array.from({ length: 22 }, (_, k): Point => [
                x + r * 0.75 * (1 - k / 22) * Math.cos(k * 0.75),
                y + r * 0.66 * (1 - k / 22) * Math.sin(k * 0.75),
              ]),
            ),
            { fill: 'none', stroke: '#f4efe4', 'stroke-width': 2.6 },
          )
        : ''
    return path(curve(outline, true), { fill }) + vein + coil
  })
  return sheet('#f2ece0') + stones.join('')
}

export function sailPlan(): string {
  const sail = (points: Point[], fill: string) =>
    path(polyline(points, true), { fill, opacity: 0.86, style: 'mix-blend-mode:multiply' })
  return (
    sheet('#f1e9db') +
    group(
      { style: 'isolation:isolate' },
      sail(
        [
          [150, 62],
          [150, 300],
          [46, 318],
        ],
        sun,
      ),
      sail(
        [
          [154, 96],
          [158, 306],
          [262, 296],
        ],
        sea,
      ),
      sail(
        [
          [150, 40],
          [232, 124],
          [154, 214],
        ],
        '#d9bd8f',
      ),
      sail(
        [
          [100, 150],
          [196, 330],
          [30, 338],
        ],
        sage,
      ),
    ) +
    tag('rect', { x: 149.5, y: 32, width: 3, height: 306, fill: soot }) +
    path('M38 338C90 366 210 368 268 326L262 346C214 378 92 380 44 356Z', { fill: harbour })
  )
}

export function harbourChart(): string {
  const ring = (level: number): string => {
    const points = Array.from({ length: 34 }, (_, k): Point => {
      const angle = (k / 34) * 2 * Math.PI
      const [c, s] = [Math.cos(angle), Math.sin(angle)]
      const reach = (30 + level * 24) * (1 + 0.34 * noise(c * 1.15 + level * 0.13, s * 1.15, 7))
      return [148 + reach * c * 0.92 + level * 2, 214 + reach * s * 1.18 - level * 3]
    })
    const tones = [
      '#31545f',
      '#3d6470',
      '#4b7480',
      '#5e8691',
      '#7599a2',
      '#8facb2',
      '#a9c0c2',
      '#c4d3d1',
      '#dde4de',
    ]
    return path(curve(points, true), {
      fill: tones[level] ?? '#dde4de',
      stroke: '#f4efe4',
      'stroke-width': 1.6,
    })
  }
  const rings = [8, 7, 6, 5, 4, 3, 2, 1, 0].map(ring).join('')
  const cross = path('M168 196l10 10M178 196l-10 10', {
    stroke: sun,
    'stroke-width': 3.4,
    'stroke-linecap': 'round',
  })
  return sheet('#efe6d4') + rings + cross
}

export function lighthouse(): string {
  const beam = path('M152 118L300 52L300 150Z', { fill: '#f8e7bd', opacity: 0.75 })
  const tower = ['#f4ecdd', rust, '#f4ecdd', rust].map((fill, index) => {
    const [from, to] = [140 + index * 46, 186 + index * 46]
    const half = (y: number) => 18 + (y - 140) * 0.085
    return path(
      polyline(
        [
          [150 - half(from), from],
          [150 + half(from), from],
          [150 + half(to), to],
          [150 - half(to), to],
        ],
        true,
      ),
      { fill },
    )
  })
  const lamp =
    tag('rect', { x: 137, y: 108, width: 26, height: 26, fill: '#f6d88f' }) +
    path('M132 108L150 88L168 108Z', { fill: soot }) +
    tag('rect', { x: 126, y: 132, width: 48, height: 8, fill: soot })
  const rock = path(
    'M58 340C84 318 110 322 132 318C168 312 190 320 216 326C236 330 248 338 256 346L300 352L300 400L0 400L0 352Z',
    { fill: harbour },
  )
  const swell = path('M0 372C40 362 70 380 110 372S190 364 230 374S280 372 300 368L300 400L0 400Z', {
    fill: sea,
  })
  return sheet('#8fa5a6') + beam + group({ transform: 'rotate(1.6 150 320)' }, ...tower, lamp) + rock + swell
}
