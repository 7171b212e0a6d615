import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { ReviewSettings, reviewSettings } from '../settings.ts'

export const get = query({
  id: 'reviews.settings.get',
  summary: 'How the store deals with reviews',
  rest: 'GET /review-settings',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: ReviewSettings,
  run: (_, ctx) => reviewSettings(ctx),
})
