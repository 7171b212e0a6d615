/** Changes the store’s name, its address for mails, how long goods may be sent back, or whether pages end with the newsletter’s form. Currency and country are fixed once orders exist, so they are not here. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Email, Flag, Int, Nullable, Text, Type, Version } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { Store, currentSettings, settingsSnapshot } from '../settings.ts'

export const update = command({
  id: 'settings.store.update',
  summary: 'Change the store’s name, e-mail, time for returns or the foot of its pages',
  rest: 'PATCH /store',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({
    name: Type.Optional(Text(120)),
    email: Type.Optional(Email),
    returnDays: Type.Optional(Nullable(Int(1, 365))),
    newsletterInFooter: Type.Optional(Flag),
    expectedVersion: Type.Optional(Version),
  }),
  output: Store,
  async run({ name, email, returnDays, newsletterInFooter, expectedVersion }, ctx) {
    const { store: before } = await currentSettings(ctx)
    const { rows } = await sql<{ version: number }>`
      select version from settings.store where id = ${ctx.storeId} for update`.execute(ctx.db)
    const currentVersion = rows[0]!.version
    if (expectedVersion && expectedVersion !== currentVersion) throw StaleVersion({ currentVersion })
    const after = {
      ...before,
      name: name ?? before.name,
      email: email ?? before.email,
      returnDays: returnDays === undefined ? before.returnDays : returnDays,
      newsletterInFooter: newsletterInFooter ?? before.newsletterInFooter,
      version: currentVersion + 1,
    }
    await sql`update settings.store set name = ${after.name}, email = ${after.email}, return_days = ${after.returnDays},
        newsletter_in_footer = ${after.newsletterInFooter}, version = version + 1, updated_at = ${ctx.now()}
      where id = ${ctx.storeId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
    ctx.audit({ subject: 'settings.store', subjectId: ctx.storeId, before, after })
    return after
  },
})
