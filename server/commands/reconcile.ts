import { after, days } from '#kit/clock.ts'
import { isFailure } from '#kit/failure.ts'
import { Misused, call, type Command } from './command.ts'

/** Payments of so long are compared; over another time by `payments.reconcile` itself. */
const A_WHILE = days(2)

/** What can be compared with its proof, by the operation that does. */
const BOOKS: Record<string, (app: Parameters<typeof call>[0], repair: boolean) => Promise<Result>> = {
  stock: async (app, repair) => {
    const found = await call<{ holds: boolean }>(app, 'inventory.reconcile', { repair })
    return { ...found, ok: found.holds }
  },
  files: async (app, repair) => {
    const found = await call<{ broken: number }>(app, 'media.reconcile', { verify: true, remove: repair })
    return { ...found, ok: found.broken === 0 }
  },
  payments: async (app) => {
    const found = await call<{ differences: unknown[]; incomplete: boolean }>(app, 'payments.reconcile', {
      since: after(app.clock(), -A_WHILE).toISOString(),
    })
    return { ...found, ok: found.differences.length === 0 && !found.incomplete }
  },
}
type Result = { ok: boolean }

/** What cannot be compared now, such as with a provider that is away, does not hide the others. */
function told(error: unknown): Result & { code: string } {
  if (isFailure(error) && error.status !== 500) return { ok: false, code: error.code }
  throw error
}

export const reconcile: Command = {
  name: 'reconcile',
  usage: '[stock] [files] [payments] [--repair]',
  says: 'Compare stock, files and payments with their proofs; all three if none is named',
  help: '--repair sets drifted counters to what their movements say, and removes files that nothing names.',
  flags: { repair: { type: 'boolean' } },
  async run({ words, flags, open }) {
    const wrong = words.find((word) => !Object.hasOwn(BOOKS, word))
    if (wrong)
      throw new Misused(`There is nothing called ${wrong} to compare: ${Object.keys(BOOKS).join(', ')}.`)
    const app = await open()
    const results: Record<string, Result> = {}
    for (const name of words.length > 0 ? words : Object.keys(BOOKS))
      results[name] = await BOOKS[name]!(app, flags['repair'] === true).catch(told)
    return { ok: Object.values(results).every(({ ok }) => ok), ...results }
  },
}
