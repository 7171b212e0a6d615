/**
 * Gives the right to upload one file. The bytes then go to `uploadUrl` by PUT, without a session.
 *
 * What the caller says of the file is a first check; the upload looks at the bytes.
 */
import { sql } from 'kysely'
import { after, minutes } from '#kit/clock.ts'
import { hashToken, newId, newToken } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Instant, Int, Link, Text, Token, Type, shape } from '#kit/types.ts'
import { TypeRefused } from '../failures.ts'
import { Visibility } from '../file.ts'
import { MOST_BYTES, TYPES } from '../types.ts'

const TICKET_LIVES = minutes(15) // enough for 20 MB over a slow line

export const create = command({
  id: 'media.tickets.create',
  summary: 'Ask to upload a file',
  description:
    'Send the bytes with PUT to `uploadUrl`, once and before `expiresAt`. The answer of that request is JSON with the `id` of the file.',
  rest: 'POST /media/tickets',
  audience: 'staff',
  access: permission('media.write'),
  status: 201,
  input: Type.Object({ name: Text(200), type: Text(100), bytes: Int(1, MOST_BYTES), visibility: Visibility }),
  output: shape('UploadTicket', { token: Token, uploadUrl: Link, expiresAt: Instant }),
  failures: [TypeRefused],
  async run({ name, type, bytes, visibility }, ctx) {
    if (!TYPES.includes(type)) throw TypeRefused({ allowed: TYPES })
    const [id, token, expiresAt] = [newId(), newToken(), after(ctx.now(), TICKET_LIVES)]
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
