/** Where the store's address is https, plain http gets nobody in: pages are sent on, the rest is refused. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Config } from '#kit/config.ts'
import { createHttp } from './http.ts'
import { teaApp, teaId } from './tea-app.ts'

const opened: { close(): Promise<unknown> }[] = []
after(() => Promise.all(opened.map((http) => http.close())))

async function shopWith(config: Partial<Config>) {
  const http = await createHttp(teaApp({ config: { publicUrl: 'https://shop.example', ...config } }).app)
  opened.push(http)
  return http
}
const behindProxy = await shopWith({ trustedProxies: ['10.0.0.0/8', '::1'] })
const tea = `/v1/teas/${teaId(1)}`
const plain = { 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.9' }

test('a read that a trusted proxy got by http is sent on to the same place by https', async () => {
  for (const method of ['GET', 'HEAD'] as const) {
    const answer = await behindProxy.inject({
      method,
      url: `${tea}?fields=id`,
      headers: plain,
      remoteAddress: '10.1.2.3',
    })
    assert.equal(answer.statusCode, 308)
    assert.equal(answer.headers['location'], `https://shop.example${tea}?fields=id`)
    assert.match(String(answer.headers['strict-transport-security']), /max-age=63072000/)
  }
})

test('a write by http is refused: what it carried was seen', async () => {
  const answer = await behindProxy.inject({
    method: 'POST',
    url: '/v1/log-in',
    headers: plain,
    payload: { name: 'alice' },
    remoteAddress: '::1',
  })
  assert.equal(answer.statusCode, 403)
  assert.equal(answer.json().code, 'https_needed')
})

test('by https, and by a trusted proxy that does not say, all goes its way', async () => {
  for (const headers of [{ 'x-forwarded-proto': 'https' }, { 'x-forwarded-proto': 'http, https' }, {}])
    assert.equal(
      (await behindProxy.inject({ url: tea, headers, remoteAddress: '::ffff:10.1.2.3' })).statusCode,
      200,
    )
})

test('nobody but a trusted proxy can say that it was https', async () => {
  const headers = { 'x-forwarded-proto': 'https' }
  const answer = await behindProxy.inject({ url: tea, headers, remoteAddress: '203.0.113.9' })
  assert.equal(answer.statusCode, 308)
})

test('machines beside the store ask for its health without TLS', async () => {
  assert.equal((await behindProxy.inject({ url: '/livez', remoteAddress: '203.0.113.9' })).statusCode, 200)
  assert.equal((await behindProxy.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode, 200)
})

test('with no proxy to believe, and over http by choice, nobody is sent round in circles', async () => {
  const alone = await shopWith({})
  assert.equal((await alone.inject({ url: tea, headers: plain })).statusCode, 200)
  const byHttp = await shopWith({ publicUrl: 'http://shop.example', trustedProxies: ['10.0.0.0/8'] })
  assert.equal((await byHttp.inject({ url: tea, headers: plain, remoteAddress: '10.0.0.1' })).statusCode, 200)
})
