import type { Language } from '../types.ts'
import { baskets } from './baskets.ts'
import { bath } from './bath.ts'
import { candlelight } from './candlelight.ts'
import { ceramics } from './ceramics.ts'
import { drawings } from './drawings.ts'
import { facts } from './facts.ts'
import { furniture } from './furniture.ts'
import { glassware } from './glassware.ts'
import { kitchen } from './kitchen.ts'
import { lamps } from './lamps.ts'
import { light } from './light.ts'
import { linens } from './linens.ts'
import { outdoors } from './outdoors.ts'
import { prints } from './prints.ts'
import { categories, collections, delivery, options } from './shop.ts'
import { stationery } from './stationery.ts'
import { tableware } from './tableware.ts'
import { tea } from './tea.ts'
import { textiles } from './textiles.ts'
import { tools } from './tools.ts'

export const de: Language = {
  locale: 'de',
  near: 'aus der Nähe',
  products: {
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
  },
  categories,
  collections,
  options,
  facts,
  measure: (number, unit) => `${number.replaceAll('.', ',')} ${unit}`,
  delivery,
}
