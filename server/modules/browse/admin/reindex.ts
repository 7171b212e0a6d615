/** For after work on the database by hand, or when in doubt: what is found is written anew, while the shop goes on. */
import { Done, Nothing, command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { writeAllAnew } from '../keep-up.ts'

export const reindex = command({
  id: 'browse.admin.reindex',
  summary: 'Write what searches and lists find anew',
  rest: 'POST /search/reindex',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Nothing,
  output: Done,
  async run(_, ctx) {
    await writeAllAnew(ctx)
    return { done: true as const }
  },
})
