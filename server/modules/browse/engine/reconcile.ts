/** For after work on the engine by hand, or a restored backup; once a day it is done by itself. */
import { sql } from 'kysely'
import { Nothing, command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { SearchEngineState, readState } from './standing.ts'

export const reconcile = command({
  id: 'browse.engine.reconcile',
  summary: 'Compare the search engine outside with the store, and mend what differs',
  rest: 'POST /search/engine/reconciliation',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Nothing,
  output: SearchEngineState,
  async run(_, ctx) {
    await sql`update browse.engine_state set comparing = true, updated_at = ${ctx.now()} where store_id = ${ctx.storeId}`.execute(
      ctx.db,
    )
    return readState(ctx)
  },
})
