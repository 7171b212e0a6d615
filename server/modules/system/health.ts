/** The deep look for staff: database, queue, disk, mails, payment providers, each with what was found. */
import { examine } from '#kit/health.ts'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Flag, Key, List, Text, shape } from '#kit/types.ts'

const HealthFinding = shape('HealthFinding', {
  name: Key,
  ok: Flag,
  says: Text(500),
  /** How long the look took, in milliseconds. */
  ms: Count,
})

export const health = query({
  id: 'system.health',
  summary: 'How the store is',
  rest: 'GET /health',
  audience: 'staff',
  access: permission('system.operate'),
  input: Nothing,
  output: shape('Health', { ok: Flag, checks: List(HealthFinding, 100) }),
  async run(_, ctx) {
    const checks = await examine(ctx.app)
    return { ok: checks.every(({ ok }) => ok), checks }
  },
})
