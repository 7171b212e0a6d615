/** Why a file is not taken. */
import { failure } from '#kit/failure.ts'
import { Count, Int, List, Text, Type } from '#kit/types.ts'
import { MOST_PIXELS } from './picture-process.ts'

const Closed = { additionalProperties: false }

export const TypeRefused = failure(
  'media.type_refused',
  422,
  Type.Object({ allowed: List(Text(100), 20) }, Closed),
  ({ allowed }) => `The store does not take this kind of file. It takes: ${allowed.join(', ')}.`,
)

export const TooManyPixels = failure(
  'media.too_many_pixels',
  422,
  Type.Object({ width: Count, height: Count, limitMegapixels: Int(1, 10_000) }, Closed),
  ({ width, height, limitMegapixels }) =>
    `It has ${width} × ${height} pixels; at most ${limitMegapixels} megapixels are taken.`,
)
export const tooManyPixels = (width: number, height: number, most: number = MOST_PIXELS) =>
  TooManyPixels({ width, height, limitMegapixels: Math.round(most / 1_000_000) })

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

export const VideoUnreadable = failure(
  'media.video_unreadable',
  422,
  Type.Object({}, Closed),
  () => 'This video does not say how long it plays or how large it is. Save it again as MP4.',
)

export const VideoTooLong = failure(
  'media.video_too_long',
  422,
  Type.Object({ seconds: Count, limitSeconds: Int(1, 100_000) }, Closed),
  ({ seconds, limitSeconds }) => `The video plays for ${seconds} seconds; at most ${limitSeconds} are taken.`,
)

export const Infected = failure(
  'media.infected',
  422,
  Type.Object({}, Closed),
  () => 'This file was found to be harmful and is not kept.',
)

export const QuotaReached = failure(
  'media.quota_reached',
  409,
  Type.Object({ usedBytes: Count, quotaBytes: Count }, Closed),
  ({ usedBytes, quotaBytes }) =>
    `There is no room for this file: ${megabytes(usedBytes)} of ${megabytes(quotaBytes)} MB are taken or promised.`,
)
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)

export const WrongOffset = failure(
  'media.wrong_offset',
  409,
  Type.Object({ receivedBytes: Count }, Closed),
  ({ receivedBytes }) => `The upload goes on at byte ${receivedBytes}.`,
)

export const LinkOver = failure(
  'media.link_over',
  403,
  Type.Object({}, Closed),
  () => 'This link was good for a while, and is over. Ask for a new one.',
)
