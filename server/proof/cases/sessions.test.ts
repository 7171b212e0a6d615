/** S8, S9: a session that has ended opens nothing, on any operation, from the next request on. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { logOut } from '../../modules/identity/log-out.ts'
import { startSession } from '../../modules/identity/session.ts'
import { createHttp } from '../../surfaces/http.ts'
import { overRest } from '../road.ts'
import { samples } from '../samples/index.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
/** Where who asks does not matter, nobody is asked for a session. */
const operations = [...shop.app.operations.values()].filter(
  ({ access }) => access.rule !== 'system' && access.rule !== 'anyone',
)

test('a token that was logged out is refused by every operation, the owner’s too', async () => {
  const token = await shop.inside(
    async (ctx) => (await startSession(ctx, { personId: shop.bob.id, guestId: newId() })).token,
  )
  const me = shop.app.operations.get('identity.me')!
  assert.equal((await overRest(http, me, {}, token)).status, 200, 'it was good')
  const out = await overRest(http, shop.app.operations.get(logOut.id)!, {}, token)
  assert.ok(out.status < 300, out.body)
  assert.ok(operations.length > 60)
  for (const operation of operations) {
    const answer = await overRest(
      http,
      operation,
      await samples[operation.id]!.input(shop, shop.alice),
      token,
    )
    assert.equal(answer.status, 401, `${operation.id}: ${answer.body}`)
  }
})
