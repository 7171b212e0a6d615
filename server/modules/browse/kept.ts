/**
 * What the shop answers is alike for all who have the same price lists, until something of the shop changes.
 *
 * Stock changes with every order: a product's page falls only with its own; where its parts or variants are
 * many, with any.
 */
import type { Kept } from '#kit/kept.ts'
import {
  attributesChanged,
  categoriesChanged,
  collectionsChanged,
  productsChanged,
} from '../catalog/index.ts'
import { nextTurnOfPromises, placesChanged, stockChanged } from '../inventory/index.ts'
import { mediaChanged, mediaReady } from '../media/index.ts'
import { depositsChanged, listsChanged, listsOfAsker, nextTurn, pricesChanged } from '../pricing/index.ts'
import { settingsChanged } from '../settings/index.ts'
import { ratingsChanged } from './rating.ts'
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
  depositsChanged,
  placesChanged,
  settingsChanged,
  mediaChanged,
  mediaReady,
]

export const keptList = { alike, untilAny: [...changes, stockChanged, ratingsChanged] }

/** What ends the names, numbers and pictures of shelves, which are read anew or follow on. */
export const shelves = [
  productsChanged,
  categoriesChanged,
  collectionsChanged,
  settingsChanged,
  mediaChanged,
  mediaReady,
]

/** Its page also says from which day on something leaves. */
const alikeForDays: typeof alike = async (ctx) => {
  const [{ key, until }, turn] = [await alike(ctx), await nextTurnOfPromises(ctx)]
  return { key, until: until && turn ? (until < turn ? until : turn) : (until ?? turn) }
}

export const keptProduct = {
  alike: alikeForDays,
  untilAny: changes,
  untilNamed: {
    events: [stockChanged, ratingsChanged],
    ids: ({ id, variants, combinations, isBundle }: Product) => [
      id,
      ...(isBundle || combinations ? [stockChanged.name] : variants.map((variant) => variant.id)),
    ],
  },
}
