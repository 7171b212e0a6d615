/** Changes a way of delivery; what is left out stays. Orders keep what they were placed with. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { DeliveryMethod, checkMethod, fields, lockMethod, readMethods, writeDetails } from './method.ts'
import { dropRates } from './rate.ts'

export const update = command({
  id: 'delivery.methods.update',
  summary: 'Change a way of delivery',
  description: 'Texts are merged by language, limits by name; `rates` are set as a whole.',
  rest: 'PATCH /delivery/methods/:methodId',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ methodId: Id, expectedVersion: Type.Optional(Version), ...patch(fields) }),
  output: DeliveryMethod,
  async run({ methodId, expectedVersion, texts, rates, limits: newLimits, ...given }, ctx) {
    const before = await lockMethod(ctx, methodId, expectedVersion)
    const next = { ...before, ...given }
    const { zoneId, taxCategoryId, minDays, maxDays, locationId, combination, live } = next
    const limits = { ...before.limits, ...newLimits }
    const details = { ...(texts ? { texts } : {}), ...(rates ? { rates } : {}) }
    await checkMethod(ctx, { zoneId, taxCategoryId, minDays, maxDays, locationId, live, ...details })
    if (rates) await dropRates(ctx, methodId)
    await writeDetails(ctx, methodId, details)
    await sql`update delivery.method set tax_category_id = ${taxCategoryId}, min_days = ${minDays}, max_days = ${maxDays},
        position = ${next.position}, location_id = ${locationId}, combination = ${combination}, max_weight_grams = ${limits.weightGrams},
        max_volume_ccm = ${limits.volumeCcm}, max_items = ${limits.items}, max_length_mm = ${limits.lengthMm},
        carrier = ${live?.carrier ?? null}, carrier_service = ${live?.service ?? null},
        carrier_markup_basis_points = ${live?.markupBasisPoints ?? null}, carrier_answer_within_ms = ${live?.answerWithinMs ?? null}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${methodId}`.execute(ctx.db)
    await rulesChanged(ctx, [methodId])
    const [after] = await readMethods(ctx, methodId)
    ctx.audit({ subject: 'delivery.method', subjectId: methodId, before, after })
    return after!
  },
})
