/** Gives a link to a file, private or public, for whoever is shown it. Who asked for it is in the audit. */
import { after, seconds } from '#kit/clock.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Instant, Int, Link, Type, shape } from '#kit/types.ts'
import { readFile } from '../file.ts'
import { linkTo } from '../link.ts'

const GOOD_SECONDS = 5 * 60
const LONGEST_SECONDS = 24 * 60 * 60

export const create = command({
  id: 'media.links.create',
  summary: 'Ask for a link to a file',
  description:
    'Whoever has the link can load the file, in parts too, until `expiresAt`; nobody need be logged in. It cannot be taken back.',
  rest: 'POST /media/files/:fileId/links',
  audience: 'staff',
  access: permission('media.read'),
  status: 201,
  input: Type.Object({
    fileId: Id,
    /** Default 300. */
    expiresInSeconds: Type.Optional(Int(1, LONGEST_SECONDS)),
  }),
  output: shape('DownloadLink', { url: Link, expiresAt: Instant }),
  async run({ fileId, expiresInSeconds = GOOD_SECONDS }, ctx) {
    const { name } = await readFile(ctx, fileId)
    // Whole seconds: the link carries no more.
    const until = after(ctx.now(), seconds(expiresInSeconds))
    const expiresAt = new Date(Math.floor(until.getTime() / 1000) * 1000)
    ctx.audit({
      subject: 'media.file',
      subjectId: fileId,
      before: null,
      after: { name, link: expiresAt.toISOString() },
    })
    return { url: linkTo(ctx.app, fileId, expiresAt), expiresAt: expiresAt.toISOString() }
  },
})
