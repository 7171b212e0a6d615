/** A question with its answers as shoppers and staff see it, and how it is read and locked. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import {
  Email,
  Flag,
  Id,
  Instant,
  List,
  Locale,
  Nullable,
  Text,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'
import { ReviewState } from '../review.ts'

export const LONGEST_QUESTION = 1_000
export const LONGEST_ANSWER = 2_000
export const MOST_ANSWERS = 30

const said = { id: Id, authorName: Text(60, { min: 0 }) }
const standing = {
  state: ReviewState,
  refusal: Nullable(Text(500)),
  publishedAt: Nullable(Instant),
  createdAt: Instant,
  version: Version,
}

const answer = {
  ...said,
  /** In the shop's name; else a buyer wrote it. */
  byStaff: Flag,
  text: Text(LONGEST_ANSWER),
}
const question = {
  ...said,
  productId: Id,
  locale: Locale,
  text: Text(LONGEST_QUESTION),
  pinned: Flag,
}

export const Question = shape(
  'ProductQuestion',
  {
    ...question,
    publishedAt: Instant,
    answers: List(shape('ProductAnswer', { ...answer, publishedAt: Instant }), MOST_ANSWERS),
  },
  { description: 'Answers of the shop come first.' },
)
export type Question = Static<typeof Question>

export const StaffAnswer = shape('StaffAnswer', {
  ...answer,
  ...standing,
  questionId: Id,
  customerId: Nullable(Id),
})
export type StaffAnswer = Static<typeof StaffAnswer>

export const StaffQuestion = shape('StaffQuestion', {
  ...question,
  ...standing,
  customerId: Nullable(Id),
  /** Of a guest who is told of answers. */
  email: Nullable(Email),
  answers: List(StaffAnswer, MOST_ANSWERS),
})
export type StaffQuestion = Static<typeof StaffQuestion>

const STANDING = (row: string) =>
  `'state', ${row}.state, 'refusal', ${row}.refusal, 'publishedAt', kit.utc(${row}.published_at), 'createdAt', kit.utc(${row}.created_at), 'version', ${row}.version`
const ANSWER = `'id', a.id, 'authorName', a.author_name, 'byStaff', a.by_staff, 'text', a.body`
const QUESTION = `'id', q.id, 'authorName', q.author_name, 'productId', q.product_id, 'locale', q.locale, 'text', q.body, 'pinned', q.pinned`

export const STAFF_ANSWER = `json_build_object(${ANSWER}, ${STANDING('a')}, 'questionId', a.question_id, 'customerId', a.customer_id)`
const answers = (each: string, which: string) =>
  `coalesce((select json_agg(${each} order by a.by_staff desc, a.created_at, a.id) from (
    select * from reviews.answer a where a.store_id = q.store_id and a.question_id = q.id ${which} order by a.by_staff desc, a.created_at, a.id limit ${MOST_ANSWERS}) a), '[]'::json)`

/** JSON of the question `q`. */
export const SHOWN = `json_build_object(${QUESTION}, 'publishedAt', kit.utc(q.published_at),
  'answers', ${answers(`json_build_object(${ANSWER}, 'publishedAt', kit.utc(a.published_at))`, `and a.state = 'published'`)})`
export const STAFF = `json_build_object(${QUESTION}, ${STANDING('q')}, 'customerId', q.customer_id, 'email', q.email, 'answers', ${answers(STAFF_ANSWER, '')})`

export async function readForStaff(ctx: Ctx, id: string): Promise<StaffQuestion> {
  const { rows } = await sql<{ question: StaffQuestion }>`
    select ${sql.raw(STAFF)} as question from reviews.question q where q.store_id = ${ctx.storeId} and q.id = ${id}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0].question
}

export interface LockedQuestion {
  id: string
  productId: string
  state: ReviewState
  version: number
}

export async function lockQuestion(ctx: Ctx, id: string, expectedVersion?: number): Promise<LockedQuestion> {
  const { rows } = await sql<LockedQuestion>`
    select id, product_id as "productId", state, version from reviews.question
    where store_id = ${ctx.storeId} and id = ${id} for update`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}
