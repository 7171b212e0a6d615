import type { Language } from '../types.ts'
import { baskets } from './baskets.ts'
import { bath } from './bath.ts'
import { ceramics } from './ceramics.ts'
import { facts } from './facts.ts'
import { kitchen } from './kitchen.ts'
import { light } from './light.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { categories, delivery, options } from './shop.ts'
import { stationery } from './stationery.ts'
import { tableware } from './tableware.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'

export const de: Language = {
  locale: 'de',
  products: {
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
  },
  categories,
  options,
  facts,
  delivery,
}
