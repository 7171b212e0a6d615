import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { ApiKey, keyById } from './key.ts'

export const get = query({
  id: 'identity.keys.get',
  summary: 'An API key',
  rest: 'GET /keys/:keyId',
  audience: 'staff',
  access: permission('keys.read'),
  input: Type.Object({ keyId: Id }),
  output: ApiKey,
  run: ({ keyId }, ctx) => keyById(ctx, keyId),
})
