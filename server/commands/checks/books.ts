/** What the store has written down: whether it adds up, and whether work is left lying. */
import { call } from '../command.ts'
import { ok, warn, wrong, type Check } from './check.ts'

interface Report {
  items: { id: string; says: string; holds: boolean; broken: number }[]
}

export const invariants: Check = async ({ app }) => {
  if (!app) return []
  const { items } = await call<Report>(app, 'system.invariants', {})
  const broken = items.filter(({ holds }) => !holds)
  if (broken.length === 0) return [ok('invariants', `All ${items.length} hold.`)]
  return broken.map(({ id, says, broken: rows }) =>
    wrong(
      'invariants',
      `${id} is broken in ${rows} rows. It says: ${says}`,
      'See the rows: npm run quayside -- system.invariants. Counters of stock are mended by: reconcile stock --repair',
    ),
  )
}

export const jobs: Check = async ({ app }) => {
  if (!app) return []
  const { items } = await call<{ items: { name: string }[] }>(app, 'system.jobs.dead', {})
  if (items.length === 0) return [ok('jobs', 'None has been given up.')]
  return [
    warn(
      'jobs',
      `${items.length} were given up, the newest is ${items[0]!.name}.`,
      'See why: npm run quayside -- system.jobs.dead. Try again: replay jobs',
    ),
  ]
}
