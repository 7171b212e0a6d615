import type { Language } from '../types.ts'
import { ceramics } from './ceramics.ts'
import { facts } from './facts.ts'
import { kitchen } from './kitchen.ts'
import { light } from './light.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { categories, delivery, options } from './shop.ts'
import { stationery } from './stationery.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'

export const ar: Language = {
  locale: 'ar',
  products: {
    ...ceramics,
    ...light,
    ...textiles,
    ...prints,
    ...tea,
    ...stationery,
    ...kitchen,
    ...outdoors,
  },
  categories,
  options,
  facts,
  delivery,
}
