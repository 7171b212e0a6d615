/**
 * A single-line alphabet of our own: capitals and figures as strokes, for labels,
 * spines and scales. No font is needed, so the pictures are the same on every machine.
 */
import type { Point } from './svg.ts'

/** Lines go through points; arcs are `[cx, cy, rx, ry, from, to]` in degrees, 0 to the right, 90 up. */
type Stroke = { line: Point[] } | { arc: [number, number, number, number, number, number] }
type Glyph = { wide: number; strokes: Stroke[] }

const line = (...flat: number[]): Stroke => ({
  line: Array.from({ length: flat.length / 2 }, (_, k): Point => [flat[2 * k] ?? 0, flat[2 * k + 1] ?? 0]),
})
const arc = (cx: number, cy: number, rx: number, ry: number, from: number, to: number): Stroke => ({
  arc: [cx, cy, rx, ry, from, to],
})
const glyph = (wide: number, ...strokes: Stroke[]): Glyph => ({ wide, strokes })

const O = arc(0.42, 0.5, 0.42, 0.5, 0, 360)
const ALPHABET: Record<string, Glyph> = {
  ' ': glyph(0.36),
  '.': glyph(0.1, line(0.05, 0, 0.05, 0.05)),
  A: glyph(0.74, line(0, 0, 0.37, 1, 0.74, 0), line(0.14, 0.36, 0.6, 0.36)),
  B: glyph(
    0.56,
    line(0.28, 0, 0, 0, 0, 1, 0.26, 1),
    arc(0.26, 0.76, 0.24, 0.24, 90, -90),
    line(0.26, 0.52, 0, 0.52),
    arc(0.28, 0.26, 0.28, 0.26, 90, -90),
  ),
  C: glyph(0.74, arc(0.46, 0.5, 0.46, 0.5, 48, 312)),
  D: glyph(0.68, line(0.2, 0, 0, 0, 0, 1, 0.2, 1), arc(0.2, 0.5, 0.48, 0.5, 90, -90)),
  E: glyph(0.46, line(0.46, 0, 0, 0, 0, 1, 0.46, 1), line(0, 0.52, 0.38, 0.52)),
  F: glyph(0.46, line(0, 0, 0, 1, 0.46, 1), line(0, 0.52, 0.38, 0.52)),
  G: glyph(0.8, arc(0.46, 0.5, 0.46, 0.5, 48, 330), line(0.84, 0.25, 0.84, 0.46, 0.56, 0.46)),
  H: glyph(0.66, line(0, 0, 0, 1), line(0.66, 0, 0.66, 1), line(0, 0.52, 0.66, 0.52)),
  I: glyph(0.06, line(0.03, 0, 0.03, 1)),
  K: glyph(0.58, line(0, 0, 0, 1), line(0.54, 1, 0, 0.42), line(0.18, 0.6, 0.58, 0)),
  L: glyph(0.42, line(0, 1, 0, 0, 0.42, 0)),
  M: glyph(0.86, line(0, 0, 0.08, 1, 0.43, 0.22, 0.78, 1, 0.86, 0)),
  N: glyph(0.68, line(0, 0, 0, 1, 0.68, 0, 0.68, 1)),
  O: glyph(0.84, O),
  Q: glyph(0.86, O, line(0.52, 0.24, 0.86, -0.08)),
  R: glyph(
    0.56,
    line(0, 0, 0, 1, 0.26, 1),
    arc(0.26, 0.75, 0.26, 0.25, 90, -90),
    line(0.26, 0.5, 0, 0.5),
    line(0.24, 0.5, 0.56, 0),
  ),
  S: glyph(0.5, arc(0.26, 0.75, 0.23, 0.25, 40, 250), arc(0.24, 0.25, 0.26, 0.26, 70, -140)),
  T: glyph(0.62, line(0, 1, 0.62, 1), line(0.31, 1, 0.31, 0)),
  U: glyph(0.64, line(0, 1, 0, 0.32), arc(0.32, 0.32, 0.32, 0.32, 180, 360), line(0.64, 0.32, 0.64, 1)),
  W: glyph(1.02, line(0, 1, 0.24, 0, 0.51, 0.86, 0.78, 0, 1.02, 1)),
  Y: glyph(0.66, line(0, 1, 0.33, 0.48, 0.66, 1), line(0.33, 0.48, 0.33, 0)),
  0: glyph(0.6, arc(0.3, 0.5, 0.3, 0.5, 0, 360)),
  1: glyph(0.26, line(0, 0.8, 0.22, 1, 0.22, 0)),
  2: glyph(0.52, arc(0.26, 0.74, 0.25, 0.26, 170, -30), line(0.47, 0.6, 0, 0, 0.52, 0)),
  3: glyph(0.52, arc(0.24, 0.76, 0.24, 0.24, 150, -80), arc(0.25, 0.26, 0.27, 0.26, 80, -150)),
  4: glyph(0.58, line(0.44, 0, 0.44, 1, 0, 0.3, 0.58, 0.3)),
  5: glyph(0.52, line(0.48, 1, 0.08, 1, 0.04, 0.56), arc(0.24, 0.31, 0.28, 0.31, 125, -150)),
  6: glyph(0.56, arc(0.28, 0.3, 0.28, 0.3, 0, 360), line(0.02, 0.38, 0.4, 1)),
  7: glyph(0.5, line(0, 1, 0.5, 1, 0.14, 0)),
  8: glyph(0.54, arc(0.27, 0.76, 0.22, 0.24, 0, 360), arc(0.27, 0.26, 0.27, 0.26, 0, 360)),
  9: glyph(0.56, arc(0.28, 0.7, 0.28, 0.3, 0, 360), line(0.54, 0.62, 0.16, 0)),
}

function points(stroke: Stroke): Point[] {
  if ('line' in stroke) return stroke.line
  const [cx, cy, rx, ry, from, to] = stroke.arc
  return Array.from({ length: 21 }, (_, k): Point => {
    const angle = ((from + ((to - from) * k) / 20) * Math.PI) / 180
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)]
  })
}

/** The strokes of a word centred on (0, 0): x to the right, y up, capitals `size` tall. */
export function letters(word: string, size: number, tracking = 0.3): Point[][] {
  const glyphs = [...word].map((letter) => {
    const found = ALPHABET[letter]
    if (!found)
      throw new Error(`There is no letter "${letter}" in the alphabet of lettering.ts; draw it there.`)
    return found
  })
  const wide = glyphs.reduce((sum, { wide: own }) => sum + own + tracking, -tracking)
  let x = -wide / 2
  const strokes: Point[][] = []
  for (const { wide: own, strokes: parts } of glyphs) {
    const start = x
    strokes.push(
      ...parts.map((part) => points(part).map(([px, py]): Point => [(start + px) * size, (py - 0.5) * size])),
    )
    x += own + tracking
  }
  return strokes
}
