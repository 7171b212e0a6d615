import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Key, Type } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { DeliveryMethod, checkMethod, fields, readMethods, writeDetails } from './method.ts'

export const create = command({
  id: 'delivery.methods.create',
  summary: 'Add a way of delivery',
  description:
    'It is offered to carts in the currencies it has a price in. With `locationId` the buyer fetches the goods there: offered while all of them lie there. Goods go by the rate of their profile, else by the general one; several rates are added up, or with `combination: dearest` the highest counts. With `live` a carrier is asked for the price once it is known where the goods go; the rates still say which goods are taken and from when on it is free, and hold while the carrier has not answered.',
  rest: 'POST /delivery/methods',
  audience: 'staff',
  access: permission('delivery.write'),
  status: 201,
  input: Type.Object({
    zoneId: Id,
    key: Key,
    ...fields,
    position: Type.Optional(fields.position),
    locationId: Type.Optional(fields.locationId),
    combination: Type.Optional(fields.combination),
    limits: Type.Optional(fields.limits),
    live: Type.Optional(fields.live),
  }),
  output: DeliveryMethod,
  async run(
    { key, position, locationId = null, combination = 'sum', limits = {}, live = null, ...given },
    ctx,
  ) {
    await checkMethod(ctx, { ...given, locationId, live })
    const id = newId()
    const { rows } = await sql`
      insert into delivery.method (id, store_id, zone_id, key, tax_category_id, min_days, max_days, position, location_id,
        combination, max_weight_grams, max_volume_ccm, max_items, max_length_mm,
        carrier, carrier_service, carrier_markup_basis_points, carrier_answer_within_ms, created_at, updated_at)
      select ${id}, ${ctx.storeId}, ${given.zoneId}, ${key}, ${given.taxCategoryId}, ${given.minDays}::int, ${given.maxDays}::int,
        coalesce(${position ?? null}::int, (select max(position) + 1 from delivery.method where store_id = ${ctx.storeId} and archived_at is null), 0),
        ${locationId}::uuid, ${combination}, ${limits.weightGrams ?? null}::bigint, ${limits.volumeCcm ?? null}::bigint,
        ${limits.items ?? null}::int, ${limits.lengthMm ?? null}::int,
        ${live?.carrier ?? null}, ${live?.service ?? null}, ${live?.markupBasisPoints ?? null}::int, ${live?.answerWithinMs ?? null}::int, ${ctx.now()}, ${ctx.now()}
      on conflict (store_id, zone_id, key) where archived_at is null do nothing returning id`.execute(ctx.db)
    if (rows.length === 0)
      throw invalid('key', 'taken', 'The zone has a way of delivery with this key already.')
    await writeDetails(ctx, id, given)
    await rulesChanged(ctx, [id])
    const [after] = await readMethods(ctx, id)
    ctx.audit({ subject: 'delivery.method', subjectId: id, before: null, after })
    return after!
  },
})
