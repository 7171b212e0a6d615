/**
 * Gives the right to upload one file of a kind and size, for a while. The bytes then go to
 * `uploadUrl` without a session: in one go, or in pieces that survive a broken line.
 *
 * What the caller says of the file is a first check; the upload looks at the bytes.
 */
import { sql } from 'kysely'
import { after, seconds } from '#kit/clock.ts'
import { invalid } from '#kit/failure.ts'
import { hashToken, newId, newToken } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Instant, Int, Link, Text, Token, Type, shape } from '#kit/types.ts'
import { QuotaReached, TypeRefused } from '../failures.ts'
import { Visibility } from '../file.ts'
import { mustHaveRoom } from '../quota.ts'
import { MOST_BYTES, TYPES, isTable, mostBytesOf } from '../types.ts'

const LIVES_SECONDS = 15 * 60 // enough for 20 MB over a slow line
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
  output: shape('UploadTicket', { token: Token, uploadUrl: Link, expiresAt: Instant }),
  failures: [TypeRefused, QuotaReached],
  async run({ name, type, bytes, visibility = 'private', expiresInSeconds = LIVES_SECONDS }, ctx) {
    if (!TYPES.includes(type)) throw TypeRefused({ allowed: TYPES })
    if (bytes > mostBytesOf(type))
      throw invalid('bytes', 'too_large', `Of this kind the store takes at most ${mostBytesOf(type)} bytes.`)
    if (isTable(type) && visibility === 'public')
      throw invalid('visibility', 'not_allowed', 'Tables are private files.')
    await mustHaveRoom(ctx, bytes)
    const [id, token, expiresAt] = [newId(), newToken(), after(ctx.now(), seconds(expiresInSeconds))]
    await sql`insert into media.ticket (id, store_id, token_hash, name, type, max_bytes, visibility, expires_at, created_at)
      values (${id}, ${ctx.storeId}, ${hashToken(token)}, ${tidy(name)}, ${type}, ${bytes}, ${visibility}, ${expiresAt}, ${ctx.now()})`.execute(
      ctx.db,
    )
    ctx.audit({
      subject: 'media.ticket',
      subjectId: id,
      before: null,
      after: { name: tidy(name), type, bytes, visibility },
    })
    return { token, uploadUrl: `/uploads/${token}`, expiresAt: expiresAt.toISOString() }
  },
})
