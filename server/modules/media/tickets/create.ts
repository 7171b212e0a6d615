/**
 * Gives the right to upload one file of a kind and size, for a while. The bytes then go to
 * `uploadUrl` without a session: in one go, or in pieces that survive a broken line.
 *
 * What the caller says of the file is a first check; the upload looks at the bytes.
 */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Int, Text, Type } from '#kit/types.ts'
import { QuotaReached, TypeRefused } from '../failures.ts'
import { Visibility } from '../file.ts'
import { UploadTicket, giveTicket } from '../ticket-give.ts'
import { MOST_BYTES } from '../types.ts'

const SHORTEST_SECONDS = 60
const LONGEST_SECONDS = 24 * 60 * 60

export const create = command({
  id: 'media.tickets.create',
  summary: 'Ask to upload a file',
  description:
    'Send up to 20 MB with PUT to `uploadUrl`, once and before `expiresAt`. Send larger files, or over a bad line, in pieces as tus 1.0.0 has it: HEAD tells `Upload-Offset`, PATCH with `Content-Type: application/offset+octet-stream` and that offset goes on from there. Each request may take a minute; what has come by then is kept. The answer to the last byte is JSON with the `id` of the file. Files are private unless `visibility` says `public`.',
  rest: 'POST /media/tickets',
  audience: 'staff',
  access: permission('media.write'),
  status: 201,
  input: Type.Object({
    name: Text(200),
    type: Text(100),
    bytes: Int(1, MOST_BYTES),
    visibility: Type.Optional(Visibility),
    /** Default 900. */
    expiresInSeconds: Type.Optional(Int(SHORTEST_SECONDS, LONGEST_SECONDS)),
  }),
  output: UploadTicket,
  failures: [TypeRefused, QuotaReached],
  async run({ name, type, bytes, visibility = 'private', expiresInSeconds }, ctx) {
    const { id, ...ticket } = await giveTicket(ctx, { name, type, bytes, visibility, expiresInSeconds })
    ctx.audit({
      subject: 'media.ticket',
      subjectId: id,
      before: null,
      after: { name: tidy(name), type, bytes, visibility },
    })
    return ticket
  },
})
