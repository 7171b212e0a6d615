import { defineModule } from '#kit/module.ts'
import { fill } from '#kit/port.ts'
import { signedIn } from '../identity/index.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { oneClick } from './alerts/one-click.ts'
import { prove } from './alerts/prove.ts'
import { set } from './alerts/set.ts'
import { stop } from './alerts/stop.ts'
import { tell } from './alerts/tell.ts'
import { wishlistsChanged } from './events.ts'
import { invariants } from './invariants.ts'
import { add } from './items/add.ts'
import { forget } from './items/forget.ts'
import { move } from './items/move.ts'
import { remove as removeItem } from './items/remove.ts'
import { create } from './lists/create.ts'
import { get } from './lists/get.ts'
import { list } from './lists/list.ts'
import { remove } from './lists/remove.ts'
import { share } from './lists/share.ts'
import { unshare } from './lists/unshare.ts'
import { update } from './lists/update.ts'
import { marks } from './marks.ts'
import { back } from './later/back.ts'
import { list as listLater } from './later/list.ts'
import { put as putLater } from './later/put.ts'
import { mergeLists } from './merge.ts'
import { purge } from './purge.ts'
import { shared } from './shared.ts'

export default defineModule({
  name: 'wishlists',
  operations: [
    list,
    create,
    get,
    update,
    remove,
    share,
    unshare,
    shared,
    add,
    move,
    removeItem,
    forget,
    marks,
    set,
    prove,
    stop,
    listLater,
    putLater,
    back,
  ],
  events: [wishlistsChanged],
  jobs: [purge, tell],
  fills: [fill(signedIn, 'wishlists', mergeLists), fill(rawRoutes, 'wishlists', oneClick)],
  invariants,
  personalData: [
    { column: 'wishlists.list.name', why: 'what they call their lists', keep: 'erase' },
    {
      column: 'wishlists.reader.email',
      why: 'to be told what became cheaper or is there again',
      keep: 'erase',
    },
  ],
})
