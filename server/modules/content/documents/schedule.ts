/** Says when the draft is published, and when it is taken out again; `content.publishDue` does it. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Instant, Nullable, Type, Version } from '#kit/types.ts'
import { Archived, NotReady } from '../failures.ts'
import { ContentDocument, changed, lockDocument } from './document.ts'
import { mustBeReady } from './ready.ts'

export const schedule = command({
  id: 'content.documents.schedule',
  summary: 'Set when the draft is shown to shoppers, and when it goes',
  description: 'Null takes a time back. What is shown then is the draft as it is at that time.',
  rest: 'PUT /content/documents/:documentId/schedule',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({
    documentId: Id,
    expectedVersion: Type.Optional(Version),
    publishAt: Nullable(Instant),
    unpublishAt: Nullable(Instant),
  }),
  output: ContentDocument,
  failures: [Archived, NotReady],
  async run({ documentId, expectedVersion, publishAt, unpublishAt }, ctx) {
    const before = await lockDocument(ctx, documentId, expectedVersion)
    const [from, until] = [publishAt, unpublishAt].map((each) => each && new Date(each))
    if (from && from <= ctx.now()) throw invalid('publishAt', 'too_early', 'This must be in the future.')
    if (until && until <= (from ?? ctx.now()))
      throw invalid('unpublishAt', 'too_early', 'This must be later, after it came into the shop.')
    if (until && !from && before.state === 'draft')
      throw invalid('unpublishAt', 'not_allowed', 'It is not in the shop.')
    if (from) await mustBeReady(ctx, before)
    return changed(ctx, before, sql`, publish_at = ${from ?? null}, unpublish_at = ${until ?? null}`)
  },
})
