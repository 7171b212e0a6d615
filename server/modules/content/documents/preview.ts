/** Gives a link by which somebody without an account sees the draft as its page will be. Who asked is in the audit. */
import { after, days, hours } from '#kit/clock.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Instant, Int, Link, Type, shape } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { previewPass } from '../preview-pass.ts'
import { readDocument } from './document.ts'

const GOOD_HOURS = 72
const LONGEST_HOURS = days(30) / hours(1)

export const preview = command({
  id: 'content.documents.preview',
  summary: 'Ask for a link to see a draft as its page will be',
  description:
    'Whoever has the link sees the draft as it is then, until `expiresAt`. The link cannot be taken back.',
  rest: 'POST /content/documents/:documentId/preview',
  audience: 'staff',
  access: permission('content.read'),
  status: 201,
  input: Type.Object({
    documentId: Id,
    /** Default 72. */
    expiresInHours: Type.Optional(Int(1, LONGEST_HOURS)),
  }),
  output: shape('DocumentPreview', { url: Link, expiresAt: Instant }),
  failures: [Archived],
  async run({ documentId, expiresInHours = GOOD_HOURS }, ctx) {
    const { state } = await readDocument(ctx, documentId)
    if (state === 'archived') throw Archived({})
    const until = after(ctx.now(), hours(expiresInHours))
    until.setUTCMilliseconds(0)
    const expiresAt = until.toISOString()
    ctx.audit({
      subject: 'content.document',
      subjectId: documentId,
      before: null,
      after: { preview: expiresAt },
    })
    return { url: `/draft/${previewPass(ctx, documentId, until)}`, expiresAt }
  },
})
