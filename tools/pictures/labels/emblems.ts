/** The little figures on the tea labels: within 40 of their middle, y up. */
import type { Paint } from './colour.ts'
import type { Point } from './svg.ts'

/** Filled with a paint, or drawn in ink as a line. */
export type Emblem = { points: Point[]; fill?: Paint; closed?: boolean; width?: number }[]

function round(cx: number, cy: number, rx: number, ry = rx, from = 0, to = 360): Point[] {
  return Array.from({ length: 41 }, (_, k): Point => {
    const angle = ((from + ((to - from) * k) / 40) * Math.PI) / 180
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)]
  })
}

function wave(y: number, half = 36): Point[] {
  return Array.from({ length: 37 }, (_, k): Point => {
    const x = -half + (2 * half * k) / 36
    return [x, y + 2.6 * Math.sin(x / 4.6)]
  })
}

function waves(from: number): Emblem {
  return [0, 1, 2].map((k) => ({ points: wave(from - k * 9, 38 - 4 * k), closed: false, width: 1.6 }))
}

export const emblems = {
  sunOverWaves: [{ points: round(0, 18, 24), fill: 'sun' }, ...waves(-16)],
  ferry: [
    {
      points: [
        [-40, -2],
        [40, -2],
        [32, -20],
        [-30, -20],
      ],
      fill: 'rust',
    },
    {
      points: [
        [-26, -2],
        [26, -2],
        [26, 12],
        [-26, 12],
      ],
      fill: 'ink',
    },
    {
      points: [
        [-4, 12],
        [10, 12],
        [10, 30],
        [-4, 30],
      ],
      fill: 'rust',
    },
    {
      points: [
        [4, 34],
        [10, 42],
        [22, 40],
        [34, 46],
      ],
      closed: false,
      width: 2,
    },
    ...waves(-27).slice(0, 2),
  ],
  sunrise: [
    { points: round(0, -8, 24, 24, 0, 180), fill: 'sun' },
    ...[20, 55, 90, 125, 160].map((degrees) => {
      const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
      return {
        points: [
          [31 * c, -8 + 31 * s],
          [41 * c, -8 + 41 * s],
        ] as Point[],
        closed: false,
        width: 2.2,
      }
    }),
    {
      points: [
        [-42, -10],
        [42, -10],
      ],
      closed: false,
      width: 1.8,
    },
    ...waves(-20).slice(0, 2),
  ],
  lemon: [
    {
      points: [
        ...round(0, 2, 32, 22, 20, 160),
        [-37, 4],
        [-37, -2],
        ...round(0, 2, 32, 22, 200, 340),
        [37, -2],
        [37, 5],
      ],
      fill: 'brass',
    },
    { points: [...round(12, 34, 17, 8, 0, 180), ...round(12, 34, 17, 6, 180, 360)], fill: 'leaf' },
    ...waves(-29).slice(0, 1),
  ],
  bell: [
    {
      points: [
        [-30, -14],
        [-24, -8],
        [-20, 12],
        [-12, 28],
        [0, 33],
        [12, 28],
        [20, 12],
        [24, -8],
        [30, -14],
      ],
      fill: 'brass',
    },
    { points: round(0, -19, 6, 5), fill: 'ink' },
    { points: round(0, 38, 5), closed: true, width: 2 },
    ...waves(-32).slice(0, 1),
  ],
  moon: [
    // The outer edge round from horn to horn, then back along a flatter inner one.
    {
      points: [...round(0, 10, 28, 28, 60, 300), ...round(9, 10, 20, 25, 284, 76).filter(([x]) => x < 15)],
      fill: 'brass',
    },
    { points: round(25, 26, 2.4), fill: 'ink' },
    { points: round(34, 6, 1.8), fill: 'ink' },
    ...waves(-26),
  ],
} satisfies Record<string, Emblem>
