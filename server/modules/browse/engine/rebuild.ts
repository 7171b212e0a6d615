/** All is told the search engine anew, beside what it has; searches move there when it is whole, and miss nothing until then. */
import { sql } from 'kysely'
import { Nothing, command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { FIRST_ID } from './held.ts'
import { SearchEngineState, readState } from './standing.ts'

export const rebuild = command({
  id: 'browse.engine.rebuild',
  summary: 'Fill the search engine outside anew',
  description: 'The worker does it; `GET /v1/admin/search/engine` tells how far it is.',
  rest: 'POST /search/engine/rebuild',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Nothing,
  output: SearchEngineState,
  async run(_, ctx) {
    await sql`update browse.engine_state set filled_to = ${FIRST_ID}, updated_at = ${ctx.now()} where store_id = ${ctx.storeId}`.execute(
      ctx.db,
    )
    return readState(ctx)
  },
})
