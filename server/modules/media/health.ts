/** Whether files can be kept, for the deep look. */
import { isFailure } from '#kit/failure.ts'
import type { HealthCheck } from '#kit/health.ts'

export const filesAreKept: HealthCheck = {
  name: 'files',
  async look({ storage }) {
    try {
      await storage.check()
      return { ok: true, says: 'Files can be kept.' }
    } catch (error) {
      const reason = isFailure(error) ? error.cause : error
      return { ok: false, says: (reason as Error).message }
    }
  },
}
