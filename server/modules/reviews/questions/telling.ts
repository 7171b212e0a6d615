/** Tells whoever asked that there is an answer: once for each, in the language of the question. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { send } from '../../messages/index.ts'
import { currentSettings } from '../../settings/index.ts'
import { answered } from '../emails/answered.ts'

interface Asked {
  text: string
  locale: string
  email: string | null
  product: string
  slug: string
}

export async function tellAsker(
  ctx: Ctx,
  questionId: string,
  answer: { id: string; text: string },
): Promise<void> {
  const { rows } = await sql<Asked>`
    select q.body as text, q.locale, coalesce(p.email, q.email) as email, x.name as product, x.slug
    from reviews.question q left join identity.person p on p.id = q.customer_id and p.state = 'active'
    cross join lateral (select t.name, t.slug from catalog.product_text t where t.product_id = q.product_id
      order by t.locale = q.locale desc, t.locale limit 1) x
    where q.store_id = ${ctx.storeId} and q.id = ${questionId}`.execute(ctx.db)
  const [asked] = rows
  if (!asked?.email) return
  const { store } = await currentSettings(ctx)
  await send(ctx, {
    ...answered({
      store: store.name,
      locale: asked.locale,
      product: asked.product,
      question: asked.text,
      answer: answer.text,
      link: `${ctx.app.config.publicUrl}/p/${encodeURIComponent(asked.slug)}#questions`,
    }),
    to: asked.email,
    dedupeKey: `reviews.answered:${answer.id}`,
    about: { kind: 'question', id: questionId },
  })
}
