import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Key, Type } from '#kit/types.ts'
import { ShownDocument, keptContent, published, readShown } from './shown.ts'

export const SLOT = published(`d.kind = 'slot' and d.slot = $4`)

export const slot = query({
  id: 'content.slot',
  summary: 'What the owner of the shop put in a slot of another page',
  rest: 'GET /slots/:slot',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ slot: Key }),
  output: ShownDocument,
  kept: keptContent,
  run: ({ slot }, ctx) => readShown(ctx, SLOT, [slot]),
})
