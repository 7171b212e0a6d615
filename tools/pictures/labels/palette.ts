/** The shop's palette, as `studio/colour.py` has it; ink and paper besides. */
export const PALETTE = {
  chalk: '#efe8da',
  oat: '#d9cfc0',
  sand: '#cdbba8',
  clay: '#b8765a',
  rust: '#a8604a',
  sea: '#5b7c8a',
  harbour: '#2f4a4a',
  sage: '#a3ad98',
  soot: '#343a3a',
  brass: '#c39a55',
  walnut: '#7a5640',
  leaf: '#7d8b68',
  paper: '#f1eadb',
  ink: '#3b4140',
  sun: '#cf7a4e',
} as const

export type Paint = keyof typeof PALETTE
