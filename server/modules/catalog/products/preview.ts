/** Gives a link by which somebody without an account sees the product as its page will be. Who asked is in the audit. */
import { after, days, hours } from '#kit/clock.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Instant, Int, Link, Type, shape } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { previewToken } from './preview-link.ts'
import { readProduct } from './product.ts'

const GOOD_HOURS = 72
const LONGEST_HOURS = days(30) / hours(1)

export const preview = command({
  id: 'catalog.products.preview',
  summary: 'Ask for a link to see a product before it is in the shop',
  description:
    'Whoever has the link sees the product as it is then, until `expiresAt`; it cannot be bought there. The link cannot be taken back.',
  rest: 'POST /products/:productId/preview',
  audience: 'staff',
  access: permission('catalog.read'),
  status: 201,
  input: Type.Object({
    productId: Id,
    /** Default 72. */
    expiresInHours: Type.Optional(Int(1, LONGEST_HOURS)),
  }),
  output: shape('ProductPreview', { url: Link, expiresAt: Instant }),
  failures: [Archived],
  async run({ productId, expiresInHours = GOOD_HOURS }, ctx) {
    const { archivedAt } = await readProduct(ctx, productId)
    if (archivedAt) throw Archived({})
    const until = after(ctx.now(), hours(expiresInHours))
    until.setUTCMilliseconds(0)
    const expiresAt = until.toISOString()
    ctx.audit({
      subject: 'catalog.product',
      subjectId: productId,
      before: null,
      after: { preview: expiresAt },
    })
    return { url: `/preview/${previewToken(ctx, productId, until)}`, expiresAt }
  },
})
