/** Whether mails leave the store. */
import { sql } from 'kysely'
import { after, minutes } from '#kit/clock.ts'
import type { HealthCheck } from '#kit/health.ts'
import { mailChannel } from './channel.ts'

/** Longer than the first pauses after a failure. */
const LATE_MINUTES = 15

export const mailsLeave: HealthCheck = {
  name: 'mail',
  async look(app) {
    const [channel] = app.ports(mailChannel)
    const { rows } = await sql<{ waiting: number; late: number }>`
      select count(*)::int as waiting, count(*) filter (where queued_at < ${after(app.clock(), -minutes(LATE_MINUTES))})::int as late
      from messages.message where state = 'queued'`.execute(app.pool.db)
    const { waiting, late } = rows[0]!
    if (!channel) return { ok: false, says: `No mail server is set (SMTP_URL); ${waiting} mails wait.` }
    if (!channel.inTransaction) await channel.check?.()
    return {
      ok: late === 0,
      says: `${waiting} mails wait, ${late} of them for more than ${LATE_MINUTES} minutes.`,
    }
  },
}
