/** Every rendered picture of the demo shop, in the order it is rendered. */
import { bathroom } from './bath.ts'
import { ceramics } from './ceramics.ts'
import { furniture } from './furniture.ts'
import { kitchen } from './kitchen.ts'
import { light } from './light.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { scenes } from './scenes.ts'
import { shotOf, shotsOf, type Shot } from './shot.ts'
import { stationery } from './stationery.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'

const shoots = [
  ...ceramics,
  ...tea,
  ...bathroom,
  ...stationery,
  ...outdoors,
  ...textiles,
  ...kitchen,
  ...light,
  ...prints,
  ...furniture,
]

const products = shoots.flatMap(shotsOf)

/** Heroes first: a shop can open with them. */
export const shots: Shot[] = [
  ...products.filter(({ view }) => view === 'hero'),
  ...scenes.map(shotOf),
  ...products.filter(({ view }) => view === 'detail'),
]
