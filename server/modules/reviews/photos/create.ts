/** Gives the right to upload one photo for a review. The bytes go to `uploadUrl`; what is in them is looked at there. */
import { NotFound, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Int, Text, Type } from '#kit/types.ts'
import { QuotaReached, TypeRefused, UploadTicket, giveTicket } from '../../media/index.ts'
import { MOST_PHOTO_BYTES, PHOTO_TYPES } from '../photos.ts'
import { byOrder, writerOf } from '../writer.ts'

export const create = command({
  id: 'reviews.photos.create',
  summary: 'Ask to upload a photo for a review',
  description:
    'Send the photo with PUT to `uploadUrl` before `expiresAt`, then name `token` among the `photoTokens` of the review. A guest shows the link of an order: `orderId` and `token`.',
  rest: 'POST /review-photos',
  audience: 'shop',
  access: visitor,
  limit: 'reviews.photos',
  status: 201,
  input: Type.Object({ type: Text(100), bytes: Int(1, MOST_PHOTO_BYTES), ...byOrder }),
  output: UploadTicket,
  failures: [TypeRefused, QuotaReached, NotFound],
  async run({ type, bytes, ...by }, ctx) {
    await writerOf(by, ctx)
    if (!PHOTO_TYPES.includes(type))
      throw invalid('type', 'not_allowed', `Photos are ${PHOTO_TYPES.join(', ')}.`)
    const { id: _, ...ticket } = await giveTicket(ctx, { name: 'photo', type, bytes, visibility: 'private' })
    return ticket
  },
})
