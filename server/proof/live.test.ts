/**
 * Every operation over `/live`: it can be called there, who may not is refused as over REST, and bad input is borne.
 *
 * Fewer cases than over REST, as behind the frame stands the same `invoke`.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Compile } from 'typebox/compile'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { Problem } from '#kit/problem.ts'
import { liveClient, until } from '#testing/live-client.ts'
import { openShop } from '#testing/shop.ts'
import { logOut } from '../modules/identity/log-out.ts'
import { startSession } from '../modules/identity/session.ts'
import { batchesOf } from '../surfaces/batch.ts'
import { createHttp } from '../surfaces/http.ts'
import { damage } from './damage.ts'
import { overLive } from './live-road.ts'
import { randomFrom } from './random.ts'
import { judge } from './rights.ts'
import { batchSamples } from './samples/batch.ts'
import { samples } from './samples/index.ts'

/** For each operation; over REST it is a thousand for each module. */
const CASES = 3
const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const INSIDE =
  /\b(select|insert|update|delete)\b.+\b(from|into|set)\b|postgres|pg_|node_modules|\.ts:\d|\/server\/|SQLSTATE|syntax error|constraint/i

const shop = await openShop()
shop.app.tail.start()
const http = await createHttp(shop.app)
await http.listen({ port: 0, host: '127.0.0.1' })
const { port } = http.server.address() as { port: number }
const url = `http://127.0.0.1:${port}`
after(async () => {
  await http.close()
  await shop.close()
})

const all = [...shop.app.operations.values()]
const operations = [...all.filter(({ access }) => access.rule !== 'system'), ...batchesOf(all)]
const sampleOf = ({ id }: Operation) => samples[id] ?? batchSamples[id]!
const isProblem = Compile(Problem)
const tokenOf = (personId: string) =>
  shop.inside(async (ctx) => (await startSession(ctx, { personId, guestId: newId() })).token)
const ownerOf = (operation: Operation) =>
  operation.access.rule === 'permission' || operation.id === 'admin.batch' ? shop.bob.id : shop.alice.id

test(`every operation can be called, is refused to who may not, and bears ${CASES} bad inputs (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  for (const operation of operations) {
    const sample = sampleOf(operation)
    const input = await sample.input(shop, shop.alice)
    const token = await tokenOf(ownerOf(operation))
    const expected = judge(operation, sample.owned ?? false, 'anonymous')
    if (expected !== 'in') {
      const nobody = await overLive(url, operation, input, null)
      assert.equal(nobody.status, expected, `${operation.id}: ${nobody.body.slice(0, 300)}`)
    }
    const own = await overLive(url, operation, input, token)
    const told = `${operation.id}: ${own.status} ${own.body.slice(0, 300)}`
    assert.ok(own.status < 500 && !/There is no such (operation|topic)/.test(own.body), told)
    assert.ok(own.status !== 403 && (own.status !== 401 || own.body.includes('log_in_refused')), told)
    for (let done = 0; done < CASES; done++) await torment(operation, damage(input, random), token)
  }
})

async function torment(operation: Operation, input: Record<string, unknown>, token: string): Promise<void> {
  const answer = await overLive(url, operation, input, token).catch((error: { status?: number }) => {
    // An earlier case has ended the session.
    if (error.status !== 401) throw error
  })
  if (!answer || answer.status < 400) return
  const told = `${operation.id} ${JSON.stringify(input).slice(0, 300)} → ${answer.status} ${answer.body.slice(0, 300)}`
  assert.ok(answer.status < 500, told)
  assert.ok(isProblem.Check(answer.json), told)
  if (operation.id !== 'system.sql.ask') assert.doesNotMatch(answer.body, INSIDE, told)
}

test('what only the store may do has no road, not even for its owner', async () => {
  for (const operation of all.filter(({ access }) => access.rule === 'system')) {
    const answer = await overLive(url, operation, {}, await tokenOf(shop.bob.id))
    assert.equal(answer.status, 400, operation.id)
    assert.match(answer.body, /no such/, operation.id)
  }
})

const follow = (cartId: string, after?: unknown) => ({
  kind: 'subscribe',
  id: 'cart',
  operation: 'cart.follow',
  input: { cartId },
  ...(after === undefined ? {} : { after }),
})

async function cartOf(token: string) {
  const live = await liveClient(url, { token })
  const { id } = await live.call<{ id: string }>('cart.create')
  return { live, cartId: id }
}

test('a topic of another is not there', async () => {
  const [alices, charlies] = await Promise.all([tokenOf(shop.alice.id), tokenOf(shop.charlie.id)])
  const { live, cartId } = await cartOf(alices)
  const stranger = await liveClient(url, { token: charlies })
  for (const cart of [cartId, newId()]) {
    stranger.said.length = 0
    stranger.send(follow(cart))
    const { problem } = await stranger.heard('problem', 'cart')
    assert.equal((problem as { status: number }).status, 404)
  }
  live.close()
  stranger.close()
})

test('a session that ends, by whom or what ever, ends its topics at once and hears no more', async () => {
  const endings: Record<string, (token: string) => Promise<unknown>> = {
    'logged out elsewhere': async (token) => {
      const elsewhere = await liveClient(url, { token })
      await elsewhere.call(logOut.id)
      elsewhere.close()
    },
    'suspended by staff': async () => {
      const owner = await liveClient(url, { token: await tokenOf(shop.bob.id) })
      await owner.call('identity.people.suspend', { personId: shop.charlie.id })
      await owner.call('identity.people.reinstate', { personId: shop.charlie.id })
      owner.close()
    },
  }
  for (const [how, end] of Object.entries(endings)) {
    const token = await tokenOf(shop.charlie.id)
    const { live, cartId } = await cartOf(token)
    live.send(follow(cartId))
    await live.heard('event', 'cart')
    await end(token)
    const { problem } = await live.heard('problem', 'cart')
    assert.equal((problem as { status: number }).status, 401, how)
    live.send({ kind: 'call', id: 'me', operation: 'identity.me' })
    assert.equal(((await live.heard('problem', 'me'))['problem'] as { status: number }).status, 401, how)
    assert.equal(live.events('cart').length, 1)
    live.close()
  }
})

test('an expired session is refused in the first message, and hears no change', async () => {
  const token = await tokenOf(shop.alice.id)
  const { live, cartId } = await cartOf(token)
  live.send(follow(cartId))
  await live.heard('event', 'cart')
  await shop.inside((ctx) =>
    sql`update identity.session set expires_at = ${new Date(ctx.now().getTime() - 1000)}, created_at = ${new Date(ctx.now().getTime() - 5000)} where person_id = ${shop.alice.id}`.execute(
      ctx.db,
    ),
  )
  const late = await liveClient(url, { token })
  assert.equal((late.said[0]!['problem'] as { status: number }).status, 401)
  assert.equal((await late.ended).code, 4401)
  const fresh = await liveClient(url, { token: await tokenOf(shop.alice.id) })
  const goods = await shop.goods()
  await fresh.call('cart.addItem', { cartId, variantId: goods.variantId, quantity: 1 })
  await live.heard('problem', 'cart')
  assert.equal(live.events('cart').length, 1)
  live.close()
  fresh.close()
})

test('who was cut off hears each change of the meantime once, and who was away too long is shown the present', async () => {
  const token = await tokenOf(shop.alice.id)
  const { live, cartId } = await cartOf(token)
  const goods = await shop.goods()
  live.send(follow(cartId))
  const { cursor } = await live.heard('event', 'cart')
  live.send({ kind: 'unsubscribe', id: 'cart' })
  for (let n = 0; n < 5; n++)
    await live.call('cart.addItem', { cartId, variantId: goods.variantId, quantity: 1 })
  live.said.length = 0
  live.send(follow(cartId, cursor))
  const back = await live.heard('event', 'cart')
  assert.equal((back['changes'] as unknown[]).length, 5)
  await sleep(700) // the tail has looked twice
  assert.equal(live.events('cart').length, 1, 'and not again')

  live.send({ kind: 'unsubscribe', id: 'cart' })
  live.said.length = 0
  live.send(follow(cartId, back['cursor']))
  assert.deepEqual((await live.heard('event', 'cart'))['changes'], [])

  const [tx, id, at] = Buffer.from(String(cursor), 'base64url').toString().split('.')
  const old = Buffer.from(`${tx}.${id}.${Number(at) - 4_000_000}`).toString('base64url')
  live.send({ kind: 'unsubscribe', id: 'cart' })
  live.said.length = 0
  live.send(follow(cartId, old))
  const present = await live.heard('event', 'cart')
  assert.equal(present['changes'], null)
  assert.ok(present['output'])
  live.close()
  await until(() => live.socket.readyState === 3, 'closed')
})
