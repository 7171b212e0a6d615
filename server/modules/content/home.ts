import { NotFound } from '#kit/failure.ts'
import { query, Nothing } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { ShownDocument, keptContent, published, readShown } from './shown.ts'

const STATEMENT = published(`d.kind = 'home'`)

export const home = query({
  id: 'content.home',
  summary: 'The home of the shop, as its owner arranged it',
  rest: 'GET /home',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: ShownDocument,
  failures: [NotFound],
  kept: keptContent,
  run: (_, ctx) => readShown(ctx, STATEMENT, []),
})
