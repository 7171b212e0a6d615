/** How many long connections one network address may hold; with limits switched off, as many as it likes. */
import type { App } from '#kit/app.ts'
import { TooMany, Unavailable } from '#kit/failure.ts'

export const MAX_PER_ADDRESS = 200

export interface Admission {
  /** Lets one in, or throws; what it answers is called when that one has gone. */
  admit: (address: string) => () => void
  /** From now on nobody. */
  close: () => void
}

export function createAdmission({ config }: Pick<App, 'config'>): Admission {
  const perAddress = new Map<string, number>()
  let closed = false
  return {
    admit(address) {
      if (closed) throw Unavailable({ retryAfterSeconds: 1 })
      const count = perAddress.get(address) ?? 0
      if (config.limitScale > 0 && count >= MAX_PER_ADDRESS * config.limitScale)
        throw TooMany({ retryAfterSeconds: 10 })
      perAddress.set(address, count + 1)
      return () => {
        const left = (perAddress.get(address) ?? 1) - 1
        if (left > 0) perAddress.set(address, left)
        else perAddress.delete(address)
      }
    },
    close: () => void (closed = true),
  }
}
