/** For the beach and the garden: the pictures of the outdoor shelf. */
import { fisherBasket, logBasket } from './baskets.ts'
import { enamelMug, flask, wateringCan } from './camp.ts'
import { stormLantern } from './lantern.ts'
import { marketTote, picnicBlanket } from './canvas.ts'
import { inColours, shot, type Shot } from './shot.ts'

export const outdoors: Shot[] = [
  shot('fisher-basket', fisherBasket, { ground: 'cream', x: 484, y: 890, by: 1.3 }),
  shot('log-basket', logBasket, { ground: 'oat', x: 490, y: 890, by: 1.24 }),
  ...inColours('enamel-mug', ['harbour', 'chalk', 'rust'], enamelMug, {
    ground: 'mist',
    x: 456,
    y: 850,
    by: 1.32,
  }),
  ...inColours('flask', ['harbour', 'sand', 'rust'], flask, { ground: 'sky', x: 480, y: 1030, by: 1.34 }),
  ...inColours('storm-lantern', ['soot', 'rust'], stormLantern, {
    ground: 'dusk',
    x: 486,
    y: 1010,
    by: 1.36,
  }),
  ...inColours('picnic-blanket', ['rust', 'sea'], picnicBlanket, {
    ground: 'mist',
    x: 500,
    y: 800,
    by: 1.16,
  }),
  ...inColours('watering-can', ['sage', 'soot'], wateringCan, { ground: 'stone', x: 574, y: 840, by: 1.18 }),
  ...inColours('market-tote', ['oat', 'harbour'], marketTote, { ground: 'cream', x: 486, y: 970, by: 1.4 }),
]
