/** How much a program may ask is its key's, by its plan; nobody else behind the same address pays for it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { LIMIT_CLASSES, LIMIT_PLANS } from '#kit/limits.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../../assemble.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { create } from './create.ts'

const SCALE = 0.02 // of a read bucket of 300 that are 6

const shop = await openShop()
const app = await openApp(
  { ...shop.app.config, limitScale: SCALE },
  { clock: () => shop.clock.now, log: silentLog },
)
const http = await createHttp(app)
after(async () => {
  await http.close()
  await closeApp(app)
  await shop.close()
})

const usual = LIMIT_CLASSES['shop.read']!.burst * SCALE
const made = (plan: 'standard' | 'large', kind: 'secret' | 'publishable' = 'publishable') =>
  shop.bob.call(create, { name: 'Widget', kind, plan })
const read = (secret: string | null) =>
  http.inject({ url: '/v1/products', headers: secret ? { authorization: `Bearer ${secret}` } : {} })

async function untilRefused(secret: string | null): Promise<number> {
  for (let asked = 0; ; asked++) if ((await read(secret)).statusCode === 429) return asked
}

test('a key asks as much as its plan says, and the headers tell its own numbers', async () => {
  const [standard, large] = [await made('standard'), await made('large')]
  const first = await read(large.secret)
  const most = usual * LIMIT_PLANS.large
  assert.equal(first.headers['ratelimit-policy'], `"shop.read";q=${most}`)
  assert.match(String(first.headers['ratelimit']), new RegExp(`^"shop.read";r=${most - 1};t=\\d+$`))
  assert.equal(await untilRefused(standard.secret), usual * LIMIT_PLANS.standard)
  const refused = await read(standard.secret)
  assert.equal(refused.headers['ratelimit-policy'], `"shop.read";q=${usual * LIMIT_PLANS.standard}`)
  assert.ok(Number(refused.headers['retry-after']) >= 1)
  assert.equal((await read(large.secret)).statusCode, 200, 'another key has its own')
  assert.equal(await untilRefused(null), usual, 'and who comes without one has the address’s')
})

test('a new secret of a key is the same key to the limits; what guards against guessing is no larger', async () => {
  const { secret } = await made('large', 'secret')
  const logIn = () =>
    http.inject({
      method: 'POST',
      url: '/v1/sessions',
      headers: { authorization: `Bearer ${secret}` },
      payload: { email: 'alice@example.com', password: 'not the right one' },
    })
  const first = await logIn()
  assert.equal(first.headers['ratelimit-policy'] ?? '"identity.logIn";q=1', '"identity.logIn";q=1')
  assert.equal((await logIn()).statusCode, 429)
})
