/** Reads what was asked about a product. Without it the product is still a product. */
import type { PageContext } from './context.ts'
import { settle } from './problem.ts'

const PAGE = 5

export async function readQuestions(page: PageContext, productId: string, params: URLSearchParams) {
  const after = params.get('questions')
  const { value } = await settle(
    page,
    page.store.reviews.questions.list({ productId, limit: PAGE, ...(after && { after }) }),
  )
  return { items: value?.items ?? [], next: value?.next ?? null, after, asked: params.get('asked') }
}

export type Questions = Awaited<ReturnType<typeof readQuestions>>
