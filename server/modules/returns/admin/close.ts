/** What came back is settled without a refund of its own: by other goods, or by money that went before. What was let back and never came lapses. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { WrongStep } from '../failures.ts'
import { STEPS, StaffReturn, type Return, type ReturnState } from '../return.ts'
import { takeAsStaff } from '../stepping.ts'

export const close = command({
  id: 'returns.admin.close',
  summary: 'Close a return without money',
  description:
    'Of goods that came it is `closed`; what staff had said yes to and never came is `lapsed`, and its pieces may be asked for again.',
  rest: 'POST /returns/:returnId/closure',
  audience: 'staff',
  access: permission('returns.write'),
  isFinal: true,
  input: Type.Object({
    returnId: Id,
    /** For the buyer: what is done instead. */
    answer: Type.Optional(Text(1000)),
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffReturn,
  failures: [WrongStep],
  run: (given, ctx) => takeAsStaff(ctx, given, { to: endOf, cause: 'returns.admin.close' }),
})

const endOf = ({ state }: Return): ReturnState => (STEPS[state].includes('lapsed') ? 'lapsed' : 'closed')
