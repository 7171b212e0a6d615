/** Staff say no to a return, and why. */
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Text, Type, Version } from '#kit/types.ts'
import { WrongStep } from '../failures.ts'
import { StaffReturn } from '../return.ts'
import { takeAsStaff } from '../stepping.ts'

export const refuse = command({
  id: 'returns.admin.refuse',
  summary: 'Refuse a return',
  rest: 'POST /returns/:returnId/refusal',
  audience: 'staff',
  access: permission('returns.write'),
  isFinal: true,
  input: Type.Object({
    returnId: Id,
    /** For the buyer: why. */
    answer: Text(1000),
    expectedVersion: Type.Optional(Version),
  }),
  output: StaffReturn,
  failures: [WrongStep],
  run: (given, ctx) => takeAsStaff(ctx, given, { to: 'refused', cause: 'returns.admin.refuse' }),
})
