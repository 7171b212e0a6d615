/** Samples of what shoppers look at. */
import type { Person, Shop } from '#testing/shop.ts'
import { newId } from '#kit/id.ts'
import { cartOf } from '#testing/carts.ts'
import { mailsTo } from '#testing/orders.ts'
import { stopToken } from '../../modules/wishlists/alerts/reader.ts'
import { set as setAlerts } from '../../modules/wishlists/alerts/set.ts'
import { add } from '../../modules/wishlists/items/add.ts'
import { create } from '../../modules/wishlists/lists/create.ts'
import { get } from '../../modules/wishlists/lists/get.ts'
import { list as listLater } from '../../modules/wishlists/later/list.ts'
import { put as putLater } from '../../modules/wishlists/later/put.ts'
import { list as lists } from '../../modules/wishlists/lists/list.ts'
import { remove as removeList } from '../../modules/wishlists/lists/remove.ts'
import { share } from '../../modules/wishlists/lists/share.ts'
import type { Samples } from './sample.ts'

/** Another of the owner's goes where there are many, so that there is room. */
export async function newList(owner: Person): Promise<{ listId: string }> {
  const { items } = await owner.call(lists, {})
  const spare = items.findLast(({ isDefault }) => !isDefault)
  if (items.length > 10) await owner.call(removeList, { listId: spare!.id })
  return { listId: (await owner.call(create, { name: 'Kitchen' })).id }
}

async function withItem(shop: Shop, owner: Person): Promise<{ listId: string; itemId: string }> {
  const { listId } = await newList(owner)
  await owner.call(add, { listId, productId: (await shop.goods()).productId })
  return { listId, itemId: (await owner.call(get, { listId })).items[0]!.id }
}

async function withLine(shop: Shop, owner: Person): Promise<{ cartId: string; lineId: string }> {
  const { id: cartId, lines } = await cartOf(owner, { of: await shop.goods() })
  return { cartId, lineId: lines.at(-1)!.id }
}

const ownList = { input: (_: Shop, owner: Person) => newList(owner), owned: true }

const nothing = { input: () => ({}) }

export const lookingSamples: Samples = {
  'browse.viewed.list': nothing,
  'browse.viewed.add': { input: async (shop) => ({ productId: (await shop.goods()).productId }) },
  'browse.viewed.clear': nothing,
  'wishlists.lists.list': nothing,
  'wishlists.lists.create': {
    input: async (_, owner) => {
      await newList(owner)
      return { name: 'Gifts' }
    },
  },
  'wishlists.lists.get': ownList,
  'wishlists.lists.update': {
    input: async (_, owner) => ({ ...(await newList(owner)), name: 'Gifts' }),
    owned: true,
  },
  'wishlists.lists.remove': {
    input: async (_, owner) => {
      await newList(owner) // the first one is the usual, which goes last
      return newList(owner)
    },
    owned: true,
  },
  'wishlists.lists.share': ownList,
  'wishlists.lists.unshare': ownList,
  'wishlists.shared': {
    input: async (shop) => ({
      token: (await shop.alice.call(share, await newList(shop.alice))).shareToken!,
    }),
  },
  'wishlists.items.add': { input: async (shop) => ({ productId: (await shop.goods()).productId }) },
  'wishlists.items.remove': { input: withItem, owned: true },
  'wishlists.items.move': {
    input: async (shop, owner) => ({
      ...(await withItem(shop, owner)),
      toListId: (await newList(owner)).listId,
    }),
    owned: true,
  },
  'wishlists.items.forget': { input: async (shop) => ({ productId: (await shop.goods()).productId }) },
  'wishlists.marks': nothing,
  'wishlists.later.list': nothing,
  'wishlists.later.put': { input: withLine, owned: true },
  'wishlists.later.back': {
    input: async (shop, owner) => {
      const { cartId, lineId } = await withLine(shop, owner)
      await owner.call(putLater, { cartId, lineId })
      return { cartId, itemId: (await owner.call(listLater, {})).items[0]!.id }
    },
    owned: true,
  },
  'wishlists.alerts.set': {
    input: async (shop, owner) => ({
      ...(await withItem(shop, owner)),
      priceDrop: true,
      backInStock: false,
    }),
    owned: true,
  },
  'wishlists.alerts.prove': {
    input: async (shop) => {
      const itsOwner = await shop.person(`p-${newId()}`, [])
      await itsOwner.call(setAlerts, {
        ...(await withItem(shop, itsOwner)),
        priceDrop: true,
        backInStock: true,
      })
      const [mail] = await mailsTo(shop, itsOwner.email)
      return { token: /proof=(\S+)/.exec(mail!.text)![1]! }
    },
  },
  'wishlists.alerts.stop': {
    input: (shop) => shop.inside(async (ctx) => ({ token: stopToken(ctx, shop.alice.id) })),
  },
}
