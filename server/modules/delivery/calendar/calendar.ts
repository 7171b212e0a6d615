/** When the house works: on which days of the week, until when an order leaves on its day, and when it is closed. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Day, Int, List, Text, shape, type Static } from '#kit/types.ts'

export const MOST_HOLIDAYS = 400

const Holiday = shape('DeliveryHoliday', { day: Day, name: Text(120) })

export const fields = {
  /** Minutes after midnight in the store's zone: what is ordered from then on counts from the next working day. 1440: never. */
  cutoffMinute: Int(0, 1440),
  /** 1 is Monday, 7 Sunday. */
  workingDays: List(Int(1, 7), 7, { minItems: 1 }),
  holidays: List(Holiday, MOST_HOLIDAYS),
}
/** `version` is 0 until it is set for the first time. */
export const DeliveryCalendar = shape('DeliveryCalendar', { ...fields, version: Int(0, 2_147_483_647) })
export type DeliveryCalendar = Static<typeof DeliveryCalendar>

/** Held by who changes it; a store that has none is locked by its row. */
export async function readCalendar(ctx: Ctx): Promise<DeliveryCalendar> {
  const { rows } = await sql<DeliveryCalendar>`
    select coalesce(c.cutoff_minute, 1440) as "cutoffMinute", coalesce(to_json(c.working_days), '[1,2,3,4,5,6,7]') as "workingDays",
      coalesce(c.version, 0) as version,
      coalesce((select json_agg(json_build_object('day', h.day, 'name', h.name) order by h.day)
        from delivery.holiday h where h.store_id = s.id), '[]') as holidays
    from settings.store s left join delivery.calendar c on c.store_id = s.id where s.id = ${ctx.storeId}`.execute(
    ctx.db,
  )
  return rows[0]!
}
