import { defineModule } from '#kit/module.ts'
import { list as adminList } from './admin/list.ts'
import { enquiriesWritten } from './events.ts'
import { list } from './list.ts'
import { bring } from './mails.ts'
import { personalData } from './personal-data.ts'
import { purge } from './purge.ts'
import { writeAbout } from './write-about.ts'
import { write } from './write.ts'

export default defineModule({
  name: 'enquiries',
  operations: [write, writeAbout, list, adminList],
  events: [enquiriesWritten],
  reactions: [bring],
  jobs: [purge],
  permissions: { 'enquiries.read': 'Read what people write to the shop' },
  personalData,
})
