/** The demo shop's goods: categories, shared options, products, scenes. In English, in euros. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { baskets } from './baskets.ts'
import { bath } from './bath.ts'
import { candlelight } from './candlelight.ts'
import { categories as shelves } from './categories.ts'
import { ceramics } from './ceramics.ts'
import { collections as gathered } from './collections.ts'
import { drawings } from './drawings.ts'
import { furniture } from './furniture.ts'
import { glassware } from './glassware.ts'
import { kitchen } from './kitchen.ts'
import { lamps } from './lamps.ts'
import { light } from './light.ts'
import { linens } from './linens.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { stationery } from './stationery.ts'
import { tableware } from './tableware.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'
import { tools } from './tools.ts'
import { walls } from './walls.ts'
import type { DemoCategory, DemoCollection, DemoProduct } from './types.ts'

export { options } from './options.ts'
export { scenes } from './scenes.ts'
export type * from './types.ts'

const MASTERS = join(import.meta.dirname, '../pictures/masters')

const pictured = ({ picture }: DemoProduct) =>
  picture.every(({ key }) => existsSync(join(MASTERS, `${key}.webp`)))

/** All that is told of, photographed or not. */
export const told: DemoProduct[] = [
  ...ceramics,
  ...tableware,
  ...light,
  ...lamps,
  ...candlelight,
  ...textiles,
  ...linens,
  ...prints,
  ...drawings,
  ...tea,
  ...stationery,
  ...kitchen,
  ...tools,
  ...glassware,
  ...outdoors,
  ...baskets,
  ...bath,
  ...furniture,
  ...walls,
]

/** What is not photographed yet is not on sale. */
export const products: DemoProduct[] = told.filter(pictured)

/** No shelf stands empty. */
export const categories: DemoCategory[] = shelves.filter(({ slug }) =>
  products.some((product) => product.categories[0] === slug),
)

export const collections: DemoCollection[] = gathered.map(({ goods, ...collection }) => ({
  ...collection,
  goods: goods.filter((slug) => products.some((product) => product.slug === slug)),
}))
