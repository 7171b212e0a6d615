/** Links to a draft: good for a while, without a session. */
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { passFor, passedBy } from '#kit/pass.ts'
import { PreviewOver } from './failures.ts'

const PURPOSE = 'content preview'

/** `until` in whole seconds. */
export const previewPass = (ctx: Ctx, documentId: string, until: Date) =>
  passFor(ctx, PURPOSE, documentId, until)

/** The document that a pass leads to. One of another store, or changed by hand, leads nowhere. */
export function previewedDocument(ctx: Ctx, token: string): string {
  const passed = passedBy(ctx, PURPOSE, token)
  if (!passed) throw NotFound({})
  if (passed.isOver) throw PreviewOver({})
  return passed.id
}
