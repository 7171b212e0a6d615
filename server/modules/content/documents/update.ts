/** Writes a document's draft anew: its next revision. Shoppers go on seeing what is published. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { invalid } from '#kit/failure.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { ContentDocument, changed, lockDocument } from './document.ts'
import { addRevision, namedBefore, referencesOf, saidNow, writable, writeAddresses } from './revision.ts'

export const update = command({
  id: 'content.documents.update',
  summary: 'Change the draft of a document',
  description:
    'What is left out stays; lists are given whole, in their order. Addresses change at once, all else once it is published.',
  rest: 'PATCH /content/documents/:documentId',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({ documentId: Id, expectedVersion: Type.Optional(Version), ...writable }),
  output: ContentDocument,
  failures: [Archived],
  async run({ documentId, expectedVersion, ...given }, ctx) {
    const before = await lockDocument(ctx, documentId, expectedVersion)
    if (given.texts?.length === 0 && (before.kind === 'page' || before.kind === 'post'))
      throw invalid('texts', 'required', 'A page needs a title in one language at least.')
    const said = saidNow(before, given)
    const names = await referencesOf(ctx, said, await namedBefore(ctx, before))
    if (given.texts) await writeAddresses(ctx, before, given.texts, before.texts)
    return changed(ctx, before, await addRevision(ctx, before, said, names))
  },
})
