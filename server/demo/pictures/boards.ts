/** Sawn and carved wood: the cutting board and the three spoons. */
import { paint, type Paint, scale } from './colour.ts'
import { inShade, type Item, together } from './item.ts'
import { panel } from './panel.ts'
import { blurred, ellipse, group, linear, path, radial } from './svg.ts'
import { bend, tube } from './tube.ts'
import { viewFrom } from './view.ts'
import { sawnGrain } from './wood.ts'

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
