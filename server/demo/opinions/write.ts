/**
 * Lets invented people say what they think of most of the demo shop's things: each time the same.
 *
 * Of which product how many speak, who they are and when follows from its place alone; nobody says the same twice of one.
 */
import { days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { putQuestions, putReviews, type NewQuestion, type NewReview } from '../../modules/reviews/index.ts'
import { products, type DemoProduct } from '../catalogue/index.ts'
import { chance, type Chance } from '../factory/chance.ts'
import { arabic } from './arabic.ts'
import { english } from './english/index.ts'
import { german } from './german.ts'
import { headingFor } from './headings.ts'
import type { Opinions } from './types.ts'

const SHOP = 59
/** One in so many has no review yet, as in a shop that goes on. */
const SILENT = 8
const LANGUAGES: [locale: string, opinions: Opinions, mostOfAnything: number][] = [
  ['en', english, 4],
  ['de', german, 3],
  ['ar', arabic, 2],
]
const AT_ONCE = 1_000

/** `ids` are those of the products, by their slugs. */
export async function seedReviews(ctx: Ctx, ids: Map<string, string>): Promise<void> {
  const all = products.flatMap((product, place) =>
    place % SILENT === SILENT - 1 ? [] : reviewsOf(ctx, product, ids.get(product.slug)!, chance(SHOP, place)),
  )
  const asked = products.flatMap((product, place) =>
    questionsOf(ctx, product, ids.get(product.slug)!, chance(SHOP + 1, place)),
  )
  await putQuestions(ctx, asked)
  for (let at = 0; at < all.length; at += AT_ONCE) await putReviews(ctx, all.slice(at, at + AT_ONCE))
}

function reviewsOf(ctx: Ctx, product: DemoProduct, productId: string, luck: Chance): NewReview[] {
  const heading = headingFor(product)
  const said = LANGUAGES.flatMap(([locale, opinions, most]) => {
    const names = shuffled(opinions.names, luck)
    const texts = [
      ...some(opinions.under[heading] ?? [], luck.whole(0, 3), luck),
      ...some(opinions.anything, luck.whole(0, most), luck),
    ]
    return texts.map((opinion, place) => ({ locale, authorName: names[place % names.length]!, ...opinion }))
  })
  return said.map(({ reply = null, ...opinion }) => ({
    ...opinion,
    productId,
    reply,
    verified: luck.number() < 0.8,
    helpful: Math.floor(luck.number() ** 3 * 24),
    publishedAt: new Date(ctx.now().getTime() - days(luck.whole(2, 400))),
  }))
}

function questionsOf(ctx: Ctx, product: DemoProduct, productId: string, luck: Chance): NewQuestion[] {
  const heading = headingFor(product)
  return LANGUAGES.flatMap(([locale, { names, questions, staff }]) =>
    some(questions[heading] ?? [], luck.whole(0, 1), luck).map(({ text, answer }) => ({
      productId,
      locale,
      authorName: luck.pick(names),
      text,
      answer: answer === null ? null : { authorName: staff, text: answer },
      publishedAt: new Date(ctx.now().getTime() - days(luck.whole(2, 300))),
    })),
  )
}

const some = <T>(opinions: T[], count: number, luck: Chance) => shuffled(opinions, luck).slice(0, count)

function shuffled<T>(list: readonly T[], luck: Chance): T[] {
  return list
    .map((each) => ({ each, place: luck.number() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ each }) => each)
}
