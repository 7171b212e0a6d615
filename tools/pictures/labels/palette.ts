/** The shop's colours, as `studio/colour.py` has them: those of its drawings, but for what looks otherwise in print. */
import { PALETTE as DRAWN } from '../../../server/demo/pictures/colour.ts'

export const PALETTE = { ...DRAWN, paper: '#f1eadb', sun: '#cf7a4e' } as const

export type Paint = keyof typeof PALETTE
