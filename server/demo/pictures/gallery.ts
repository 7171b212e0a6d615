/** Every picture of the demo shop, by key. */
import { candles } from './candles.ts'
import { ceramics } from './ceramics.ts'
import { kitchenware } from './kitchenware.ts'
import { lamps } from './lamps.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { scenes } from './scenes.ts'
import type { Shot } from './shot.ts'
import { stationery } from './stationery.ts'
import { tableware } from './tableware.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'

export const gallery: Shot[] = [
  ...ceramics,
  ...lamps,
  ...candles,
  ...textiles,
  ...prints,
  ...tea,
  ...stationery,
  ...tableware,
  ...kitchenware,
  ...outdoors,
  ...scenes,
]
