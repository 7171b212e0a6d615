/** Glass for the table and the shelf: carafe, tumblers, jar. */
import { hex, mix, paint, scale, type Paint, type Rgb } from './colour.ts'
import { caustic, glass, silhouette } from './glass.ts'
import { NO_SHADOW, set, together, type Item } from './item.ts'
import { profile, turn, type Ring } from './lathe.ts'
import { chance, cloud, noise } from './noise.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { clipped, ellipse, group } from './svg.ts'
import { viewFrom } from './view.ts'

type Tone = { tint: Rgb; depth: number; water: Rgb; strength: number }

function toneOf(colour: Paint): Tone {
  return colour === 'smoke'
    ? { tint: [0.36, 0.22, 0.12], depth: 0.72, water: [0.17, 0.09, 0.04], strength: 0.5 }
    : { tint: [0.56, 0.67, 0.64], depth: 0.24, water: [0.55, 0.68, 0.66], strength: 0.26 }
}

export function carafe(colour: Paint): Item {
  const { tint, depth, water, strength } = toneOf(colour)
  const view = viewFrom(13)
  const outside: Ring[] = [
    [104, 0],
    [116, 0],
    [132, 12],
    [146, 70],
    [143, 160],
    [116, 262],
    [76, 340],
    [60, 404],
    [64, 470],
    [72, 492],
  ]
  const body = glass({ view, outside, tint, depth, base: 22, filled: { colour: water, strength, to: 236 } })
  return { ...body, body: caustic(190, -26, 120, tint) + body.body }
}

export function tumbler(colour: Paint, tall = 178): Item {
  const { tint, depth } = toneOf(colour)
  const view = viewFrom(17)
  return glass({
    view,
    outside: [
      [74, 0],
      [80, 0],
      [85, 8],
      [88, 60],
      [90, tall],
    ],
    tint,
    depth: depth * 0.92,
    base: 26,
  })
}

export function fourTumblers(colour: Paint): Item {
  return together(
    set(tumbler(colour, 182), -76, -62),
    set(tumbler(colour, 176), 214, -54),
    set(tumbler(colour), -216, 22),
    set(tumbler(colour, 180), 72, 34),
  )
}

function beans(inside: string, width: number, from: number, to: number): string {
  const next = chance(77)
  const shades = ['#e9dcc4', '#dfcdb0', '#f1e7d4', '#d5bf9e']
  const rows: string[] = []
  for (let y = from; y > to; y -= 7) {
    for (let x = -width; x < width; x += 19) {
      const [px, py] = [x + 12 * next(), y + 5 * next()]
      const tilt = Math.round(next() * 180)
      const turnedBean = `rotate(${tilt} ${px.toFixed(1)} ${py.toFixed(1)})`
      const colour = shades[Math.floor(next() * shades.length)] ?? '#e9dcc4'
      rows.push(ellipse(px + 1.5, py + 2.5, 12, 8, { fill: '#7a5c3e', opacity: 0.35, transform: turnedBean }))
      rows.push(ellipse(px, py, 12, 7.6, { fill: colour, transform: turnedBean }))
      rows.push(ellipse(px - 2.5, py - 2.5, 5, 2.4, { fill: '#fffaf0', opacity: 0.55 }))
    }
  }
  return clipped(inside, group({}, ...rows))
}

export function storageJar(): Item {
  const view = viewFrom(15)
  const outside: Ring[] = [
    [132, 0],
    [140, 0],
    [146, 10],
    [148, 40],
    [148, 330],
    [146, 338],
  ]
  const line = profile(outside.map(([r, y]): Ring => [Math.max(0, r - 9), y]))
  const fill = beans(silhouette(view, line, 16, 226), 150, 40, -246)
  const jar = glass({ view, outside, tint: [0.62, 0.72, 0.69], depth: 0.26, base: 16, within: fill })
  const bark = paint('cork')
  const cork = turn({
    view,
    outside: [
      [134, 318],
      [136, 322],
      [142, 350],
      [142, 350],
      [150, 352],
      [152, 390],
      [146, 398],
      [20, 400],
      [0, 400],
    ],
    glaze: (angle, height) => {
      const pit = cloud(Math.sin(angle) * 16, height / 9, 3)
      return mix(
        scale(bark, 1 + 0.12 * noise(angle * 8, height / 30)),
        [0.16, 0.08, 0.03],
        pit > 0.36 ? 0.55 : 0,
      )
    },
    surface: { gloss: 0.02 },
    floats: true,
  })
  const top = -400 * view.rise
  const next = chance(5)
  const pits = Array.from({ length: 46 }, () => {
    const [angle, far] = [next() * 6.28, Math.sqrt(next()) * 138]
    return ellipse(Math.cos(angle) * far, top + Math.sin(angle) * far * view.squash, 2 + 4 * next(), 1.4, {
      fill: hex(scale(bark, 0.42)),
      opacity: 0.5,
    })
  })
  return {
    body: jar.body + cork.body + pits.join(''),
    shadow: together(jar, { ...cork, shadow: { ...NO_SHADOW, far: cork.shadow.far } }).shadow,
  }
}

export const tableware: Shot[] = [
  ...inColours('carafe', ['smoke', 'clear'], carafe, { ground: 'cream', x: 460, y: 960, by: 1.34 }),
  ...inColours('tumblers', ['smoke', 'clear'], fourTumblers, { ground: 'oat', x: 480, y: 800, by: 1.3 }),
  shot('storage-jar', storageJar, { ground: 'cream', x: 480, y: 950, by: 1.4 }),
]
