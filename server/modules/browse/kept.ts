/**
 * What the shop answers is alike for all who have the same price lists, until something of the shop changes.
 *
 * Stock changes with every order: a product's page falls only with its own.
 */
import type { Kept } from '#kit/kept.ts'
import {
  attributesChanged,
  categoriesChanged,
  collectionsChanged,
  productsChanged,
} from '../catalog/index.ts'
import { stockChanged } from '../inventory/index.ts'
import { mediaChanged, mediaReady } from '../media/index.ts'
import { listsChanged, listsOfAsker, nextTurn, pricesChanged } from '../pricing/index.ts'
import { settingsChanged } from '../settings/index.ts'
import type { Product } from './shapes.ts'

const alike: Kept<never, never>['alike'] = async (ctx) => ({
  key: (await listsOfAsker(ctx)).map(({ id }) => id).join(),
  until: await nextTurn(ctx),
})

const changes = [
  productsChanged,
  categoriesChanged,
  collectionsChanged,
  attributesChanged,
  pricesChanged,
  listsChanged,
  settingsChanged,
  mediaChanged,
  mediaReady,
]

export const keptList = { alike, untilAny: [...changes, stockChanged] }

export const keptProduct = {
  alike,
  untilAny: changes,
  untilNamed: { events: [stockChanged], ids: ({ variants }: Product) => variants.map(({ id }) => id) },
}
