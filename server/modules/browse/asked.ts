/** A list of products as it was asked for: its order, and where its page begins. */
import { invalid } from '#kit/failure.ts'
import { DEFAULT_LIMIT, EXACT_TOTAL, decodeCursor, type PageRequest } from '#kit/page.ts'
import { sortWord } from '#kit/sort.ts'

export interface Asked<Word extends string> {
  order: Word
  limit: number
  offset: number
  after: { value: string; id: string } | null
  withTotal: boolean
}

/** `orders` are the words that may be sorted by, `first` is the one when none is asked for. */
export function askedFor<Word extends string>(
  request: PageRequest,
  orders: Record<Word, unknown>,
  first: NoInfer<Word>,
): Asked<Word> {
  const { limit = DEFAULT_LIMIT, after, page, sort, withTotal = false } = request
  const order = sort ? sortWord(sort) : first
  if (!isOneOf(orders, order))
    throw invalid('sort', 'not_in_list', `This must be one of: ${Object.keys(orders).join(', ')}.`)
  if (after !== undefined && page !== undefined)
    throw invalid('page', 'conflict', 'Send either `after` or `page`.')
  const offset = ((page ?? 1) - 1) * limit
  if (offset >= EXACT_TOTAL)
    throw invalid('page', 'too_large', `Pages end at row ${EXACT_TOTAL}; go on with \`after\`.`)
  return { order, limit, offset, after: after === undefined ? null : decodeCursor(after, order), withTotal }
}

function isOneOf<Word extends string>(orders: Record<Word, unknown>, word: string): word is Word {
  return Object.hasOwn(orders, word)
}
