/** The pictures of the ceramics shelf: which colours, and how each piece stands. */
import { breakfastBowl, harbourBowl, plateStack } from './bowls.ts'
import { breakfastSet } from './breakfast.ts'
import { espressoPair, pilotMug, tideMug } from './cups.ts'
import { inColours, shot, type Shot } from './shot.ts'
import { bottleVase, moonVase, teapot } from './vases.ts'

export const ceramics: Shot[] = [
  ...inColours('tide-mug', ['sea', 'sage', 'clay', 'soot'], tideMug, {
    ground: 'cream',
    x: 462,
    y: 858,
    by: 1.12,
  }),
  ...inColours('pilot-mug', ['chalk', 'harbour', 'sand'], pilotMug, {
    ground: 'oat',
    x: 458,
    y: 820,
    by: 1.16,
  }),
  ...inColours('espresso-cup', ['chalk', 'clay', 'sea'], espressoPair, {
    ground: 'blush',
    x: 470,
    y: 800,
    by: 1.2,
  }),
  ...inColours('harbour-bowl', ['sea', 'chalk', 'sage'], harbourBowl, { ground: 'cream', y: 800, by: 1.06 }),
  ...inColours('breakfast-bowl', ['oat', 'sea', 'clay', 'soot'], breakfastBowl, {
    ground: 'stone',
    y: 800,
    by: 1.22,
  }),
  ...inColours('dinner-plate', ['chalk', 'sage'], plateStack, { ground: 'oat', y: 750, by: 1.08 }),
  shot('breakfast-set', breakfastSet, { ground: 'cream', x: 490, y: 830, by: 1.08 }),
  ...inColours('bottle-vase', ['sea', 'chalk', 'rust'], bottleVase, {
    ground: 'cream',
    x: 480,
    y: 1010,
    by: 1.08,
  }),
  ...inColours('moon-vase', ['chalk', 'soot'], moonVase, { ground: 'blush', x: 480, y: 930, by: 1.16 }),
  ...inColours('teapot', ['soot', 'sage'], teapot, { ground: 'stone', x: 488, y: 840, by: 1.16 }),
]
