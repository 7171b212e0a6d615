/** What came back is settled without a refund of its own: by other goods, or by money that went before. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { WrongStep } from '../failures.ts'
import { StaffReturn } from '../return.ts'
import { takeAsStaff } from '../stepping.ts'

export const close = command({
  id: 'returns.admin.close',
  summary: 'Close a return without money',
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
  run: (given, ctx) => takeAsStaff(ctx, given, { to: 'closed', cause: 'returns.admin.close' }),
})
