import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { end as adminEnd } from './admin/end.ts'
import { list } from './admin/list.ts'
import { ask } from './ask.ts'
import { confirm } from './confirm.ts'
import { endMine } from './end-mine.ts'
import { end } from './end.ts'
import { newsletterChanged } from './events.ts'
import { mine } from './mine.ts'
import { oneClick } from './one-click.ts'
import { purge } from './purge.ts'
import { subscribers } from './resources/subscribers.ts'

export default defineModule({
  name: 'newsletter',
  operations: [ask, confirm, end, mine, endMine, list, adminEnd],
  events: [newsletterChanged],
  jobs: [purge],
  resources: [subscribers],
  fills: [fill(rawRoutes, 'newsletter', oneClick)],
  permissions: {
    'newsletter.read': 'See who gets the newsletter',
    'newsletter.write': 'End letters, and bring in who agreed to them elsewhere',
  },
  personalData: [
    {
      column: 'newsletter.subscription.email',
      why: 'where the letters go that were asked for',
      keep: 'erase',
    },
  ],
})
