/** Of the ceramics shelf only the set is still drawn. */
import { breakfastSet } from './breakfast.ts'
import { shot, type Shot } from './shot.ts'

export const ceramics: Shot[] = [
  shot('breakfast-set', breakfastSet, { ground: 'cream', x: 490, y: 830, by: 1.08 }),
]
