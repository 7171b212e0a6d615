/** The demo shop's goods: eight categories, shared options, 65 products, three scenes. In English, in euros. */
import { ceramics } from './ceramics.ts'
import { kitchen } from './kitchen.ts'
import { light } from './light.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { stationery } from './stationery.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'
import type { DemoProduct } from './types.ts'

export { categories } from './categories.ts'
export { options } from './options.ts'
export { scenes } from './scenes.ts'
export type * from './types.ts'

export const products: DemoProduct[] = [
  ...ceramics,
  ...light,
  ...textiles,
  ...prints,
  ...tea,
  ...stationery,
  ...kitchen,
  ...outdoors,
]
