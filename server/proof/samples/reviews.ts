/** Samples of what people say of products. */
import { placed, payNow } from '#testing/orders.ts'
import type { Shop } from '#testing/shop.ts'
import { answer } from '../../modules/reviews/questions/answer.ts'
import { ask } from '../../modules/reviews/questions/ask.ts'
import { moderate } from '../../modules/reviews/questions/moderate.ts'
import { write } from '../../modules/reviews/write.ts'
import { opinion, published, someone } from '../../modules/reviews/testing.ts'
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }

/** By the link of a guest's order, which opens it to whoever has it. */
async function byLink(shop: Shop) {
  const goods = await shop.goods()
  const placement = await placed(shop, shop.guest(), { of: goods })
  await payNow(shop, placement)
  return { productId: goods.productId, orderId: placement.order.id, token: placement.accessToken }
}
/** Published; somebody else wrote it. */
const there = async (shop: Shop) => ({
  reviewId: (await published(shop, await someone(shop), await product(shop))).id,
})
const product = async (shop: Shop) => (await shop.goods()).productId

const question = (productId: string) => ({ productId, text: 'Does it float?', authorName: 'Someone' })
const ANSWER = { text: 'It does.', authorName: 'Someone' }

/** Published; somebody else asked. */
async function asked(shop: Shop, productId: string): Promise<string> {
  const { id: questionId } = await (await someone(shop)).call(ask, question(productId))
  await shop.bob.call(moderate, { questionId, state: 'published' })
  return questionId
}

async function answered(shop: Shop): Promise<string> {
  const { productId, ...by } = await byLink(shop)
  const questionId = await asked(shop, productId)
  return (await shop.guest().call(answer, { ...by, questionId, ...ANSWER })).id
}

export const reviewSamples: Samples = {
  'reviews.list': {
    input: async (shop) => {
      const productId = await product(shop)
      for (let n = 0; n < 2; n++) await published(shop, await someone(shop), productId)
      return { productId }
    },
  },
  'reviews.own': { input: byLink },
  'reviews.write': {
    input: async (shop) => ({ ...opinion(''), ...(await byLink(shop)) }),
  },
  'reviews.remove': {
    input: async (shop) => {
      const by = await byLink(shop)
      await shop.guest().call(write, { ...opinion(''), ...by })
      return by
    },
  },
  'reviews.mine': {
    input: async (shop, owner) => {
      await owner.call(write, opinion(await product(shop)))
      return {}
    },
  },
  'reviews.photos.create': {
    input: async (shop) => {
      const { orderId, token } = await byLink(shop)
      return { type: 'image/jpeg', bytes: 1000, orderId, token }
    },
  },
  'reviews.vote': { input: async (shop) => ({ ...(await there(shop)), helpful: true }) },
  'reviews.report': { input: async (shop) => ({ ...(await there(shop)), reason: 'insult' }) },
  'reviews.admin.list': {
    input: async (shop) => {
      await there(shop)
      return {}
    },
  },
  'reviews.admin.get': { input: there },
  'reviews.admin.moderate': { input: async (shop) => ({ ...(await there(shop)), state: 'published' }) },
  'reviews.admin.reply': { input: async (shop) => ({ ...(await there(shop)), text: 'Thank you.' }) },
  'reviews.admin.pin': { input: async (shop) => ({ ...(await there(shop)), pinned: true }) },
  'reviews.people.forget': { input: async (shop) => ({ customerId: (await someone(shop)).id }) },
  'reviews.questions.list': {
    input: async (shop) => {
      const productId = await product(shop)
      for (let n = 0; n < 2; n++) await asked(shop, productId)
      return { productId }
    },
  },
  'reviews.questions.ask': {
    input: async (shop) => ({ ...question(await product(shop)), email: 'asks@example.com' }),
  },
  'reviews.questions.answer': {
    input: async (shop) => {
      const { productId, ...by } = await byLink(shop)
      return { ...by, questionId: await asked(shop, productId), ...ANSWER }
    },
  },
  'reviews.questions.queue': {
    input: async (shop) => {
      await asked(shop, await product(shop))
      return {}
    },
  },
  'reviews.questions.moderate': {
    input: async (shop) => ({ questionId: await asked(shop, await product(shop)), state: 'published' }),
  },
  'reviews.questions.reply': {
    input: async (shop) => ({ questionId: await asked(shop, await product(shop)), ...ANSWER }),
  },
  'reviews.questions.pin': {
    input: async (shop) => ({ questionId: await asked(shop, await product(shop)), pinned: true }),
  },
  'reviews.answers.list': {
    input: async (shop) => {
      await answered(shop)
      return {}
    },
  },
  'reviews.answers.moderate': {
    input: async (shop) => ({ answerId: await answered(shop), state: 'published' }),
  },
  'reviews.settings.get': nothing,
  'reviews.settings.update': { input: () => ({ publishing: 'by_hand' }) },
}
