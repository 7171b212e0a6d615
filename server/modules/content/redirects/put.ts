/** Says where old addresses lead: new ones, and others in place of those that are there. All are written, or none. */
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, Type } from '#kit/types.ts'
import { RedirectCircle } from '../failures.ts'
import { MOST_AT_ONCE, NewRedirect, lockRedirects, putRedirects, rowsOf } from './redirect.ts'

export const put = command({
  id: 'content.redirects.put',
  summary: 'Say where old addresses lead',
  description:
    'They hold where nothing else stands. What leads on itself is replaced by where that leads; circles are refused. Thousands come by a file: `redirects`.',
  rest: 'PUT /content/redirects',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({ redirects: List(NewRedirect, MOST_AT_ONCE, { minItems: 1 }) }),
  output: Done,
  failures: [RedirectCircle],
  async run({ redirects }, ctx) {
    const rows = rowsOf(redirects, (index) => `redirects.${index}.`)
    await lockRedirects(ctx)
    await putRedirects(ctx, rows)
    ctx.audit({
      subject: 'content.redirect',
      subjectId: ctx.storeId,
      before: null,
      after: { redirects: rows },
    })
    return { done: true as const }
  },
})
