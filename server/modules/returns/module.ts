import { defineModule } from '#kit/module.ts'
import { approve } from './admin/approve.ts'
import { close } from './admin/close.ts'
import { list as adminList } from './admin/list.ts'
import { receive } from './admin/receive.ts'
import { refuse } from './admin/refuse.ts'
import { refund } from './admin/refund.ts'
import { returnsChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { list } from './list.ts'
import { tellBuyers } from './mails.ts'
import { personalData } from './personal-data.ts'
import { request } from './request.ts'
import { withdraw } from './withdraw.ts'

export default defineModule({
  name: 'returns',
  operations: [list, request, withdraw, adminList, approve, refuse, receive, refund, close],
  events: [returnsChanged],
  reactions: [tellBuyers],
  permissions: {
    'returns.read': 'See what buyers send back',
    'returns.write': 'Answer returns, and count in what comes back',
  },
  invariants,
  personalData,
})
