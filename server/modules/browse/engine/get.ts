/** How far the search engine outside, if there is one, has been told of what is sold. */
import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { SearchEngineState, readState } from './standing.ts'

export const get = query({
  id: 'browse.engine.get',
  summary: 'How the search engine outside stands to the store',
  rest: 'GET /search/engine',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Nothing,
  output: SearchEngineState,
  run: (_, ctx) => readState(ctx),
})
