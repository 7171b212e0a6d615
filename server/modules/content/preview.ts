/** A draft as its page will be, for whoever was given a link to it. */
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Token, Type } from '#kit/types.ts'
import { PreviewOver } from './failures.ts'
import { previewedDocument } from './preview-pass.ts'
import { ShownDocument, drafted, readShown } from './shown.ts'

const STATEMENT = drafted('d.id = $4')

export const preview = query({
  id: 'content.preview',
  summary: 'A draft as its page will be, by a link that staff gave',
  rest: 'GET /drafts/:token',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ token: Token }),
  output: ShownDocument,
  failures: [PreviewOver],
  run: ({ token }, ctx) => readShown(ctx, STATEMENT, [previewedDocument(ctx, token)]),
})
