/** Carried over the shoulder or under the arm: the rolled blanket and the tote. */
import { hex, mix, paint, type Paint, type Rgb, scale } from './colour.ts'
import { inShade, type Item, together } from './item.ts'
import { smooth, type Vec } from './light.ts'
import { border, mesh } from './mesh.ts'
import { noise } from './noise.ts'
import { rolled } from './rolled.ts'
import { group, path, polyline, tag } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom } from './view.ts'
import { weave } from './weave.ts'

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
    leather: paint('leather'),
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
    colour: () => paint('leather'),
    surface: { gloss: 0.25, rough: 0.4 },
  })
  return { body: roll.body + grip.body, shadow: together(roll, grip).shadow }
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
    tag('rect', {
      x: lx - 34,
      y: ly - 22,
      width: 68,
      height: 44,
      rx: 3,
      fill: hex(scale(paint('leather'), 0.8)),
    }) +
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
