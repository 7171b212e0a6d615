/** Sets the days of work; what is left out stays, holidays are set as a whole. Promises of carts follow at once. */
import { sql } from 'kysely'
import { StaleVersion, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Int, Type } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { DeliveryCalendar, fields, readCalendar } from './calendar.ts'

export const set = command({
  id: 'delivery.calendar.set',
  summary: 'Set on which days the store sends, and until when',
  rest: 'PATCH /delivery/calendar',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ expectedVersion: Type.Optional(Int(0, 2_147_483_647)), ...patch(fields) }),
  output: DeliveryCalendar,
  async run({ expectedVersion, ...given }, ctx) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`delivery.calendar ${ctx.storeId}`}, 0))`.execute(
      ctx.db,
    )
    const before = await readCalendar(ctx)
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    const { cutoffMinute, workingDays, holidays } = { ...before, ...given }
    mustDiffer(workingDays, 'workingDays')
    mustDiffer(
      holidays.map(({ day }) => day),
      'holidays',
    )
    const days = holidays.map(({ day, name }) => ({ day, name: tidy(name) }))
    await sql`delete from delivery.holiday where store_id = ${ctx.storeId}`.execute(ctx.db)
    await sql`
      with days as (
        insert into delivery.holiday (store_id, day, name)
        select ${ctx.storeId}, day, name from json_to_recordset(${JSON.stringify(days)}) as h(day date, name text)
      )
      insert into delivery.calendar as c (store_id, cutoff_minute, working_days, updated_at)
      values (${ctx.storeId}, ${cutoffMinute}, ${workingDays.toSorted((a, b) => a - b)}::int[], ${ctx.now()})
      on conflict (store_id) do update set cutoff_minute = excluded.cutoff_minute, working_days = excluded.working_days,
        version = c.version + 1, updated_at = excluded.updated_at`.execute(ctx.db)
    await rulesChanged(ctx, [ctx.storeId])
    const after = await readCalendar(ctx)
    ctx.audit({ subject: 'delivery.calendar', subjectId: ctx.storeId, before, after })
    return after
  },
})

function mustDiffer(list: (number | string)[], path: string): void {
  list.forEach((each, index) => {
    if (list.indexOf(each) < index) throw invalid(`${path}.${index}`, 'duplicate', 'This day is named twice.')
  })
}
