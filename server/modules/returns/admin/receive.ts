/** The goods are back in the house: counted, and put back on the shelf where they can be sold again. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Int, List, Nullable, Text, Type, Version, shape, type Static } from '#kit/types.ts'
import { knownLocations } from '../../inventory/index.ts'
import { RestockTooMany, countReturned, type CameBack } from '../../orders/index.ts'
import { WrongStep } from '../failures.ts'
import { MOST_LINES, StaffReturn, type Return } from '../return.ts'
import { takeAsStaff } from '../stepping.ts'

const CAUSE = 'returns.admin.receive'

const ReceivedLine = shape('ReceivedLine', {
  orderLineId: Id,
  quantity: Int(1, 9999),
  /** Of them for sale again. */
  restocked: Int(0, 9999),
  /** Where they are put; else where they had come from. */
  locationId: Type.Optional(Nullable(Id)),
})

export const receive = command({
  id: 'returns.admin.receive',
  summary: 'Count in what came back',
  description:
    'Lines that are not named did not come. Without `lines` everything came, and all of it is for sale again.',
  rest: 'POST /returns/:returnId/receipt',
  audience: 'staff',
  access: permission('returns.write'),
  input: Type.Object({
    returnId: Id,
    lines: Type.Optional(List(ReceivedLine, MOST_LINES, { minItems: 1 })),
    answer: Type.Optional(Text(1000)),
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffReturn,
  failures: [WrongStep, RestockTooMany],
  run: ({ lines, ...given }, ctx) =>
    takeAsStaff(ctx, given, { to: 'received', cause: CAUSE }, async (found) => {
      const came = lines ? await checked(ctx, found, lines) : whole(found)
      await countReturned(ctx, found.orderId, came, CAUSE)
      await sql`
        update returns.line l set quantity_received = c.quantity, quantity_restocked = c.restocked
        from jsonb_to_recordset(${JSON.stringify(came)}::jsonb) as c("orderLineId" uuid, quantity int, restocked int)
        where l.store_id = ${ctx.storeId} and l.return_id = ${found.id} and l.order_line_id = c."orderLineId"`.execute(
        ctx.db,
      )
      return { came }
    }),
})

const whole = ({ lines }: Return): CameBack[] =>
  lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity, restocked: quantity, locationId: null }))

async function checked(
  ctx: Ctx,
  { lines }: Return,
  given: Static<typeof ReceivedLine>[],
): Promise<CameBack[]> {
  if (new Set(given.map((line) => line.orderLineId)).size < given.length)
    throw invalid('lines', 'duplicate', 'Name each line once.')
  const known = await knownLocations(
    ctx,
    given.flatMap(({ locationId }) => locationId ?? []),
  )
  return given.map(({ locationId = null, ...line }, index) => {
    const asked = lines.find((each) => each.orderLineId === line.orderLineId)
    if (!asked) throw invalid(`lines.${index}.orderLineId`, 'unknown', 'This line is not of this return.')
    if (line.quantity > asked.quantity)
      throw invalid(`lines.${index}.quantity`, 'too_many', 'More cannot come back than was asked for.')
    if (line.restocked > line.quantity)
      throw invalid(`lines.${index}.restocked`, 'too_many', 'More cannot be for sale again than came back.')
    if (locationId !== null && !known.has(locationId))
      throw invalid(`lines.${index}.locationId`, 'unknown', 'There is no such location.')
    return { ...line, locationId }
  })
}
