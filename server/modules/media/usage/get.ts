import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { MediaUsage, readUsage } from '../quota.ts'

export const get = query({
  id: 'media.usage.get',
  summary: 'How much the store keeps, and may keep',
  rest: 'GET /media/usage',
  audience: 'staff',
  access: permission('media.read'),
  input: Nothing,
  output: MediaUsage,
  run: (_, ctx) => readUsage(ctx),
})
