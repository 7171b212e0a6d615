import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { currentSettings } from '../settings.ts'
import { Announcement, MOST_ANNOUNCEMENTS, shown } from './announcement.ts'

export const list = query({
  id: 'settings.announcements.list',
  summary: 'Announcements, those to come and those that ended too',
  rest: 'GET /announcements',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: shape('AnnouncementList', { items: List(Announcement, MOST_ANNOUNCEMENTS) }),
  run: async (_, ctx) => ({ items: (await currentSettings(ctx)).announcements.map(shown) }),
})
