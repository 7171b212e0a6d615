/** Ends an announcement, or calls it off; of maintenance: the shop is open again. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { currentSettings, settingsSnapshot } from '../settings.ts'
import { Announcement, shown } from './announcement.ts'

export const archive = command({
  id: 'settings.announcements.archive',
  summary: 'End an announcement, or open the shop again',
  rest: 'DELETE /announcements/:announcementId',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({ announcementId: Id }),
  output: Announcement,
  async run({ announcementId }, ctx) {
    const { rows } = await sql`
      update settings.announcement set archived_at = ${ctx.now()}, updated_at = ${ctx.now()}, version = version + 1
      where store_id = ${ctx.storeId} and id = ${announcementId} and archived_at is null returning 1`.execute(
      ctx.db,
    )
    const held = (await currentSettings(ctx)).announcements.find(({ id }) => id === announcementId)
    if (rows.length === 0 || !held) throw NotFound({})
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
    ctx.audit({
      subject: 'settings.announcement',
      subjectId: announcementId,
      before: shown(held),
      after: null,
    })
    return shown(held)
  },
})
