import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { ContentDocument, readDocument } from './document.ts'

export const get = query({
  id: 'content.documents.get',
  summary: 'One document as staff work at it',
  rest: 'GET /content/documents/:documentId',
  audience: 'staff',
  access: permission('content.read'),
  input: Type.Object({ documentId: Id }),
  output: ContentDocument,
  run: ({ documentId }, ctx) => readDocument(ctx, documentId),
})
