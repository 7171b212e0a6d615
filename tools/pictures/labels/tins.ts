/** The paper round a tea tin: twice round, so that one label faces whoever looks. */
import { type Emblem, emblems } from './emblems.ts'
import { PALETTE, type Paint } from './palette.ts'
import { capitals, paper, serif } from './sheet.ts'
import { curve, group, path, polyline, tag } from './svg.ts'

type Tin = { name: string; kind: string; emblem: keyof typeof emblems; coat: Paint }

const TINS: Record<string, Tin> = {
  'harbour-mist': { name: 'Harbour Mist', kind: 'Sencha', emblem: 'sunOverWaves', coat: 'harbour' },
  'late-ferry': { name: 'Late Ferry', kind: 'Smoked black', emblem: 'ferry', coat: 'soot' },
  'first-light': { name: 'First Light', kind: 'Breakfast', emblem: 'sunrise', coat: 'clay' },
  'salt-lemon': { name: 'Salt Lemon', kind: 'Verbena', emblem: 'lemon', coat: 'sand' },
  'fog-bell': { name: 'Fog Bell', kind: 'Oolong', emblem: 'bell', coat: 'sea' },
  'night-watch': { name: 'Night Watch', kind: 'Rooibos', emblem: 'moon', coat: 'walnut' },
}
const [WIDE, TALL] = [2400, 1150]
const { ink, sun, paper: white } = PALETTE

function figure(emblem: keyof typeof emblems): string {
  const parts: Emblem = emblems[emblem]
  return parts
    .map(({ points, fill, closed = true, width }) =>
      path(width ? curve(points, closed) : polyline(points, closed), {
        fill: fill ? PALETTE[fill] : 'none',
        ...(!fill && {
          stroke: ink,
          'stroke-width': width ?? 2,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        }),
      }),
    )
    .join('')
}

function label({ name, kind, emblem }: Tin, x: number): string {
  const words = { x, fill: ink }
  return [
    tag('rect', { x: x - 265, y: 120, width: 530, height: 910, rx: 265, fill: white }),
    tag('rect', {
      x: x - 246,
      y: 139,
      width: 492,
      height: 872,
      rx: 246,
      fill: 'none',
      stroke: ink,
      'stroke-width': 3,
    }),
    group({ transform: `translate(${x} 385) scale(3.3 -3.3)` }, figure(emblem)),
    serif(name, { ...words, y: 655, size: 92 }),
    capitals(kind, { ...words, y: 728, size: 32 }),
    tag('rect', { x: x - 50, y: 766, width: 100, height: 4, fill: sun }),
    serif('Quayside', { ...words, y: 840, size: 46 }, true),
    capitals('100 g', { ...words, y: 905, size: 26 }),
  ].join('')
}

function round(tin: Tin): string {
  return paper(WIDE, TALL, PALETTE[tin.coat], label(tin, WIDE * 0.25), label(tin, WIDE * 0.75))
}

export const tins: Record<string, string> = Object.fromEntries(
  Object.entries(TINS).map(([key, tin]) => [`tin-${key}`, round(tin)]),
)
