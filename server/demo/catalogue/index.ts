/** The demo shop's goods: categories, shared options, products, scenes. In English, in euros. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { baskets } from './baskets.ts'
import { bath } from './bath.ts'
import { categories as shelves } from './categories.ts'
import { ceramics } from './ceramics.ts'
import { kitchen } from './kitchen.ts'
import { light } from './light.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { stationery } from './stationery.ts'
import { tableware } from './tableware.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'
import type { DemoCategory, DemoProduct } from './types.ts'

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
  ...textiles,
  ...prints,
  ...tea,
  ...stationery,
  ...kitchen,
  ...outdoors,
  ...baskets,
  ...bath,
]

/** What is not photographed yet is not on sale. */
export const products: DemoProduct[] = told.filter(pictured)

/** No shelf stands empty. */
export const categories: DemoCategory[] = shelves.filter(({ slug }) =>
  products.some((product) => product.categories[0] === slug),
)
