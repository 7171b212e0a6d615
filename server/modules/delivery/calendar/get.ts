import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { DeliveryCalendar, readCalendar } from './calendar.ts'

export const get = query({
  id: 'delivery.calendar.get',
  summary: 'On which days the store sends, and until when',
  rest: 'GET /delivery/calendar',
  audience: 'staff',
  access: permission('delivery.read'),
  input: Nothing,
  output: DeliveryCalendar,
  run: (_, ctx) => readCalendar(ctx),
})
