/** How the search engine outside stands to the store. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Count, Flag, Instant, Nullable, Text, shape, type Static } from '#kit/types.ts'
import { engineOf } from './engine.ts'

export const SearchEngineState = shape(
  'SearchEngineState',
  {
    engine: Nullable(Text(500)),
    ready: Flag,
    filledAt: Nullable(Instant),
    filling: Flag,
    due: Count,
    comparing: Flag,
    comparedAt: Nullable(Instant),
    mended: Count,
    trouble: Nullable(Text(500)),
  },
  {
    description:
      '`engine` is null where the store searches by itself. Until it is `ready` the store does, too. `due` are the products that it must still be told of, `mended` those in which the last comparison found a difference; `trouble` is why it could not be told the last time.',
  },
)
export type SearchEngineState = Static<typeof SearchEngineState>

export async function readState(ctx: Ctx): Promise<SearchEngineState> {
  const engine = engineOf(ctx)?.name ?? null
  const { rows } = await sql<Omit<SearchEngineState, 'engine'>>`
    select ready_at is not null as ready, kit.utc(ready_at) as "filledAt", filled_to is not null as filling, comparing,
      kit.utc(compared_at) as "comparedAt", mended, trouble,
      (select count(*) from browse.engine_due d where d.store_id = s.store_id) as due
    from browse.engine_state s where s.store_id = ${ctx.storeId} and s.engine = ${engine}`.execute(ctx.db)
  return { engine, ...(rows[0] ?? UNTOLD) }
}

/** It was told nothing yet. */
const UNTOLD: Omit<SearchEngineState, 'engine'> = {
  ready: false,
  filledAt: null,
  filling: false,
  due: 0,
  comparing: false,
  comparedAt: null,
  mended: 0,
  trouble: null,
}
