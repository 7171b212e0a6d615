/** Pages of other sites call from a browser, each with a key that names it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { create } from './create.ts'
import { revoke } from './revoke.ts'
import { update } from './update.ts'

const PAGE = 'https://widget.example'
const ELSEWHERE = 'https://elsewhere.example'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { bob } = shop
const tea = await shop.goods({ name: 'Assam' })

const made = (origins: string[]) =>
  bob.call(create, { name: 'Widget', kind: 'publishable' as const, origins })
const key = await made([PAGE])

async function preflight(origin: string, url = '/v1/products', method = 'GET') {
  const answer = await http.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization',
    },
  })
  assert.equal(answer.statusCode, 204)
  return answer.headers
}
async function read(origin: string | null, secret: string | null, more: Record<string, string> = {}) {
  return http.inject({
    url: `/v1/products/${tea.slug}`,
    headers: {
      ...(origin && { origin }),
      ...(secret && { authorization: `Bearer ${secret}` }),
      ...more,
    },
  })
}

test('a browser learns beforehand that a page which a key names may call', async () => {
  const told = await preflight(PAGE)
  assert.equal(told['access-control-allow-origin'], PAGE)
  assert.equal(told['access-control-allow-methods'], 'GET, HEAD, OPTIONS')
  assert.match(String(told['access-control-allow-headers']), /\bauthorization\b/)
  assert.equal(told['vary'], 'origin')
  assert.equal(told['access-control-allow-credentials'], undefined)
})

test('of pages that no key names it learns nothing', async () => {
  for (const origin of [ELSEWHERE, 'null', `${PAGE}.evil.example`, `x${'y'.repeat(400)}`, "'; drop table"]) {
    const told = await preflight(origin)
    assert.equal(told['access-control-allow-origin'], undefined, origin)
  }
})

test('the page reads what it asked for, and also why it was refused', async () => {
  const answer = await read(PAGE, key.secret)
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['access-control-allow-origin'], PAGE)
  assert.match(String(answer.headers['access-control-expose-headers']), /ratelimit/)
  assert.equal(answer.headers['cache-control'], 'no-store')

  const refused = await http.inject({
    method: 'POST',
    url: '/v1/carts',
    headers: { origin: PAGE, authorization: `Bearer ${key.secret}`, 'content-type': 'application/json' },
    payload: '{}',
  })
  assert.equal(refused.statusCode, 403)
  assert.equal(refused.headers['access-control-allow-origin'], PAGE)
})

test('another page with the same key is refused, and a key of another page does not help it', async () => {
  await made([ELSEWHERE])
  const answer = await read(ELSEWHERE, key.secret)
  assert.equal(answer.statusCode, 403)
  assert.equal(answer.headers['access-control-allow-origin'], undefined)
})

test('without a key no page of another site reads anything, whatever cookie its visitor has', async () => {
  for (const secret of [null, 'qs_pk_000000000000_forged']) {
    const answer = await read(PAGE, secret, { cookie: 'quayside_session=x' })
    assert.equal(answer.headers['access-control-allow-origin'], undefined)
  }
})

test('programs that are no browser need no page', async () => {
  assert.equal((await read(null, key.secret)).statusCode, 200)
  assert.equal((await read(null, (await made([])).secret)).statusCode, 200)
})

test('a page is let go with the next change of the key, and with its end', async () => {
  const short = await made(['https://short.example'])
  assert.ok((await preflight('https://short.example'))['access-control-allow-origin'])
  await bob.call(update, { keyId: short.id, origins: [] })
  assert.equal((await preflight('https://short.example'))['access-control-allow-origin'], undefined)
  assert.equal((await read('https://short.example', short.secret)).statusCode, 403)

  await bob.call(revoke, { keyId: key.id })
  assert.equal((await preflight(PAGE))['access-control-allow-origin'], undefined)
  assert.equal((await read(PAGE, key.secret)).statusCode, 401)
})
