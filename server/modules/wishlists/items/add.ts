/** Puts a product, or one of its variants, on a list. What is there already stays, as the newest. */
import { NotFound } from '#kit/failure.ts'
import { languageOf, type InEach } from '#kit/language.ts'
import { command } from '#kit/operation.ts'
import { shopper } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { ListFull, TooManyLists } from '../failures.ts'
import { changedList, defaultList, lockList } from '../owned.ts'
import { Wishlist } from '../wishlist.ts'
import { putItem } from './put.ts'

/** What the usual list is called until its owner calls it something else. */
const USUAL_NAME: InEach<string> = { en: 'Wish list', de: 'Merkliste', ar: 'قائمة الأمنيات' }

export const add = command({
  id: 'wishlists.items.add',
  summary: 'Put a product on a list',
  description: 'Without `listId` it goes to the usual list, which is made when it is needed first.',
  rest: 'POST /wishlist-items',
  audience: 'shop',
  access: shopper,
  status: 201,
  input: Type.Object({ productId: Id, variantId: Type.Optional(Id), listId: Type.Optional(Id) }),
  output: Wishlist,
  failures: [NotFound, ListFull, TooManyLists],
  async run({ productId, variantId = null, listId }, ctx) {
    const list = listId
      ? (await lockList(ctx, listId)).id
      : await defaultList(ctx, 'wish', USUAL_NAME[languageOf(ctx.scope.locale)])
    await putItem(ctx, list, { productId, variantId, quantity: 1 })
    return changedList(ctx, list)
  },
})
