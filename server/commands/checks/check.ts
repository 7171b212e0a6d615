/** One thing that `doctor` looks at. */
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'

export interface Finding {
  check: string
  /** `warn`: the store runs, and somebody should know. */
  state: 'ok' | 'warn' | 'wrong'
  says: string
  /** What to do about it. */
  advice: string | null
}

export interface Patient {
  config: Config
  /** Null where the database could not be opened. */
  app: App | null
}

export type Check = (patient: Patient) => Promise<Finding[]>

export const ok = (check: string, says: string): Finding => ({ check, state: 'ok', says, advice: null })
export const warn = (check: string, says: string, advice: string): Finding => ({
  check,
  state: 'warn',
  says,
  advice,
})
export const wrong = (check: string, says: string, advice: string): Finding => ({
  check,
  state: 'wrong',
  says,
  advice,
})
