import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Slug, Type } from '#kit/types.ts'
import { readBySlug } from './page.ts'
import { ShownDocument, keptContent } from './shown.ts'

export const post = query({
  id: 'content.post',
  summary: 'One entry of the journal',
  description: 'An old slug finds the entry too: `slug` in the answer is the present one.',
  rest: 'GET /journal/:slug',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slug: Slug }),
  output: ShownDocument,
  kept: keptContent,
  run: ({ slug }, ctx) => readBySlug(ctx, 'post', slug),
})
