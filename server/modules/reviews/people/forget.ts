/**
 * Takes a person out of what they wrote: what they thought of a product stays and counts, who they were is gone.
 *
 * Their photos go too, as people may be seen in them; so do their votes, which are taken off the counts.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Id, Type, shape } from '#kit/types.ts'
import { questionsChanged, reviewsChanged } from '../events.ts'

export const forget = command({
  id: 'reviews.people.forget',
  summary: 'Take a customer’s name out of what they wrote',
  description: 'Ratings stay as they are. `reviews` says of how many the name was taken.',
  rest: 'DELETE /customers/:customerId/review-identity',
  audience: 'staff',
  access: permission('reviews.write'),
  input: Type.Object({ customerId: Id }),
  output: shape('ForgottenWriter', { reviews: Count }),
  async run({ customerId }, ctx) {
    const reviews = await forgetReviews(ctx, customerId)
    await forgetVotes(ctx, customerId)
    await forgetQuestions(ctx, customerId)
    ctx.audit({ subject: 'customers.customer', subjectId: customerId, before: null, after: { reviews } })
    return { reviews }
  },
})

async function forgetReviews(ctx: Ctx, customerId: string): Promise<number> {
  const { rows } = await sql<{ id: string; productId: string }>`
    select id, product_id as "productId" from reviews.review
    where store_id = ${ctx.storeId} and customer_id = ${customerId} order by id for update`.execute(ctx.db)
  const ids = rows.map(({ id }) => id)
  await sql`delete from reviews.photo where store_id = ${ctx.storeId} and review_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  await sql`update reviews.review set customer_id = null, writer_hash = null, author_name = '', version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = any(${ids}::uuid[])`.execute(ctx.db)
  tell(
    ctx,
    rows.map(({ productId }) => productId),
  )
  return ids.length
}

async function forgetVotes(ctx: Ctx, customerId: string): Promise<void> {
  await sql`select id from reviews.review r where store_id = ${ctx.storeId}
      and exists (select from reviews.vote v where v.review_id = r.id and v.voter_id = ${customerId}) order by id for update`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ productId: string }>`
    with gone as (
      delete from reviews.vote where store_id = ${ctx.storeId} and voter_id = ${customerId} returning review_id
    )
    update reviews.review r set helpful = r.helpful - 1 from gone where r.store_id = ${ctx.storeId} and r.id = gone.review_id
    returning r.product_id as "productId"`.execute(ctx.db)
  tell(
    ctx,
    rows.map(({ productId }) => productId),
  )
}

async function forgetQuestions(ctx: Ctx, customerId: string): Promise<void> {
  const { rows } = await sql<{ productId: string }>`
    with asked as (
      update reviews.question set customer_id = null, author_name = '', version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and customer_id = ${customerId} returning product_id
    ), answered as (
      update reviews.answer set customer_id = null, writer_hash = null, author_name = '', version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and customer_id = ${customerId} returning question_id
    )
    select product_id as "productId" from asked
    union select q.product_id from answered a join reviews.question q on q.store_id = ${ctx.storeId} and q.id = a.question_id`.execute(
    ctx.db,
  )
  tell(
    ctx,
    rows.map(({ productId }) => productId),
    questionsChanged,
  )
}

function tell(ctx: Ctx, productIds: string[], event = reviewsChanged): void {
  const ids = [...new Set(productIds)]
  for (let at = 0; at < ids.length; at += 1000) ctx.emit(event, { ids: ids.slice(at, at + 1000) })
}
