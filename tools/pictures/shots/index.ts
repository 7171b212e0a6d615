/** Every rendered picture of the demo shop, in the order it is rendered. */
import { ceramics } from './ceramics.ts'
import { kitchen } from './kitchen.ts'
import { light } from './light.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { shotsOf, type Shot } from './shot.ts'
import { stationery } from './stationery.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'

const shoots = [...ceramics, ...tea, ...prints, ...textiles, ...kitchen, ...stationery, ...outdoors, ...light]

/** Heroes first: a shop can open with them. */
export const shots: Shot[] = shoots
  .flatMap(shotsOf)
  .sort((a, b) => Number(a.view !== 'hero') - Number(b.view !== 'hero'))
