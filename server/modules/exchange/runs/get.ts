import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { ExchangeRun, readRun, shown } from '../run.ts'

export const get = query({
  id: 'exchange.runs.get',
  summary: 'How far an import or export has come',
  rest: 'GET /exchange/runs/:runId',
  audience: 'staff',
  access: permission('exchange.read'),
  input: Type.Object({ runId: Id }),
  output: ExchangeRun,
  run: async ({ runId }, ctx) => shown(ctx, await readRun(ctx, runId)),
})
