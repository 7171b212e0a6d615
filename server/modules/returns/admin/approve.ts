/** Staff say yes to a return: the buyer is told to send the goods. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { WrongStep } from '../failures.ts'
import { StaffReturn } from '../return.ts'
import { takeAsStaff } from '../stepping.ts'

export const approve = command({
  id: 'returns.admin.approve',
  summary: 'Let a buyer send goods back',
  rest: 'POST /returns/:returnId/approval',
  audience: 'staff',
  access: permission('returns.write'),
  input: Type.Object({
    returnId: Id,
    /** For the buyer: how and where to. */
    answer: Type.Optional(Text(1000)),
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffReturn,
  failures: [WrongStep],
  run: (given, ctx) => takeAsStaff(ctx, given, { to: 'approved', cause: 'returns.admin.approve' }),
})
