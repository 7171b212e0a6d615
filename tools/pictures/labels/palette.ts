/** The shop's colours, as `studio/colour.py` has them: those of its swatches, but for what looks otherwise in print. */
import { PALETTE as SWATCHES } from './colour.ts'

export const PALETTE = { ...SWATCHES, paper: '#f1eadb', sun: '#cf7a4e' } as const

export type Paint = keyof typeof PALETTE
