import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { Endpoint, readEndpoint } from '../endpoint.ts'

export const get = query({
  id: 'webhooks.endpoints.get',
  summary: 'A webhook endpoint',
  rest: 'GET /webhook-endpoints/:endpointId',
  audience: 'staff',
  access: permission('webhooks.read'),
  input: Type.Object({ endpointId: Id }),
  output: Endpoint,
  run: ({ endpointId }, ctx) => readEndpoint(ctx, endpointId),
})
