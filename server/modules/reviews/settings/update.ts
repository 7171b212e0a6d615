/** Changes who may judge, and what is shown at once. What is shown already stays. */
import { sql } from 'kysely'
import { StaleVersion } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Type, Version } from '#kit/types.ts'
import { ReviewSettings, lockReviewSettings } from '../settings.ts'

const { whoMayWrite, publishing } = ReviewSettings.properties

export const update = command({
  id: 'reviews.settings.update',
  summary: 'Change how the store deals with reviews',
  description: 'What is shown already stays.',
  rest: 'PATCH /review-settings',
  audience: 'staff',
  access: permission('settings.write'),
  input: Type.Object({
    ...patch({ whoMayWrite, publishing }),
    expectedVersion: Type.Optional(Version),
  }),
  output: ReviewSettings,
  async run({ expectedVersion, ...given }, ctx) {
    const before = await lockReviewSettings(ctx)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const after = { ...before, ...given, version: before.version + 1 }
    await sql`update reviews.setting set who_may_write = ${after.whoMayWrite}, publishing = ${after.publishing},
      version = ${after.version}, updated_at = ${ctx.now()} where store_id = ${ctx.storeId}`.execute(ctx.db)
    ctx.audit({ subject: 'reviews.setting', subjectId: ctx.storeId, before, after })
    return after
  },
})
