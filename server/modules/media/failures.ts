/** Why a file is not taken. */
import { failure } from '#kit/failure.ts'
import { Count, Int, List, Text, Type } from '#kit/types.ts'
import { MOST_PIXELS } from './picture-process.ts'

const Closed = { additionalProperties: false }

export const TypeRefused = failure(
  'media.type_refused',
  422,
  Type.Object({ allowed: List(Text(60), 20) }, Closed),
  ({ allowed }) => `The store does not take this kind of file. It takes: ${allowed.join(', ')}.`,
)

export const TooManyPixels = failure(
  'media.too_many_pixels',
  422,
  Type.Object({ width: Count, height: Count, limitMegapixels: Int(1, 10_000) }, Closed),
  ({ width, height, limitMegapixels }) =>
    `The picture has ${width} × ${height} pixels; at most ${limitMegapixels} megapixels are taken.`,
)
export const tooManyPixels = (width: number, height: number) =>
  TooManyPixels({ width, height, limitMegapixels: MOST_PIXELS / 1_000_000 })

export const PictureUnreadable = failure(
  'media.picture_unreadable',
  422,
  Type.Object({}, Closed),
  () => 'This picture cannot be opened. Save it again as JPEG, PNG or WebP.',
)

export const TicketExpired = failure(
  'media.ticket_expired',
  409,
  Type.Object({}, Closed),
  () => 'The time for this upload is over. Ask for a new ticket.',
)

export const TicketUsed = failure(
  'media.ticket_used',
  409,
  Type.Object({}, Closed),
  () => 'A file was uploaded with this ticket already. Ask for a new ticket.',
)
