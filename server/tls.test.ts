/** TLS of the store's own: spoken, renewed without a restart, and told about where it is missing. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { first, second } from '#testing/certificates.ts'
import { silentLog } from '#kit/log.ts'
import { readConfig } from './config.ts'
import { createHttp } from './surfaces/http.ts'
import { teaApp, teaId } from './surfaces/tea-app.ts'
import { followCertificate, openRedirect, readCertificate, transportFindings } from './tls.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-tls-'))
const tls = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') }
const lay = ({ cert, key }: { cert: string; key: string }) => {
  writeFileSync(tls.certFile, cert)
  writeFileSync(tls.keyFile, key)
}
lay(first)
after(() => rmSync(folder, { recursive: true }))

/** The answer's status, and whose certificate was shown. */
function ask(port: number): Promise<{ status: number; name: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const path = `/v1/teas/${teaId(1)}`
    const request = get(
      { port, host: '127.0.0.1', path, rejectUnauthorized: false, agent: false },
      (answer) => {
        const { subject } = (answer.socket as TLSSocket).getPeerCertificate()
        answer.resume()
        resolve({ status: answer.statusCode!, name: String(subject.CN), headers: answer.headers })
      },
    )
    request.on('error', reject)
  })
}

test('the store speaks https by itself, and a renewed certificate needs no restart', async () => {
  const shop = teaApp({ config: { publicUrl: 'https://shop.example', tls } })
  const http = await createHttp(shop.app, readCertificate(tls))
  await http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = http.server.address() as AddressInfo
  const unfollow = followCertificate(http.server as unknown as SecureServer, tls, silentLog, 20)
  try {
    const before = await ask(port)
    assert.deepEqual([before.status, before.name], [200, 'first.shop.example'])
    assert.match(String(before.headers['strict-transport-security']), /includeSubDomains/)

    writeFileSync(tls.keyFile, second.key) // half of it: a pair that does not fit
    await sleep(100)
    assert.equal((await ask(port)).name, 'first.shop.example')

    lay(second)
    for (let tries = 0; tries < 100 && (await ask(port)).name !== 'second.shop.example'; tries++)
      await sleep(20)
    assert.equal((await ask(port)).name, 'second.shop.example')
  } finally {
    unfollow()
    await http.close()
  }
})

test('the plain port beside it only sends on', async () => {
  const config = { ...teaApp().app.config, publicUrl: 'https://shop.example', httpPort: 0 }
  const server = await openRedirect(config)
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/products/tide-mug?colour=sea`, { redirect: 'manual' })
  assert.equal(answer.status, 308)
  assert.equal(answer.headers.get('location'), 'https://shop.example/products/tide-mug?colour=sea')
  const elsewhere = await fetch(`http://127.0.0.1:${port}//evil.example`, {
    method: 'POST',
    redirect: 'manual',
  })
  assert.equal(
    elsewhere.headers.get('location'),
    'https://shop.example//evil.example',
    'our host comes first',
  )
  server.close()
})

test('half a setting, a missing file and a pair that does not fit are told at the start', () => {
  const env = { DATA_DIR: folder, TLS_CERT: tls.certFile }
  assert.throws(() => readConfig(env), /TLS_CERT and TLS_KEY belong together/)
  assert.throws(() => readConfig({ DATA_DIR: folder, HTTP_PORT: '80' }), /HTTP_PORT only sends on to https/)
  assert.match(readConfig({ ...env, TLS_KEY: tls.keyFile }).publicUrl, /^https:/)
  assert.throws(
    () => readCertificate({ ...tls, keyFile: join(folder, 'none') }),
    /TLS_CERT and TLS_KEY cannot be used: ENOENT/,
  )
  writeFileSync(join(folder, 'other.pem'), first.key)
  assert.throws(
    () => readCertificate({ ...tls, keyFile: join(folder, 'other.pem') }),
    /cannot be used: .*key values mismatch/i,
  )
})

test('what passes unprotected is told, with what to do', () => {
  const config = { ...teaApp().app.config, mode: 'production' as const }
  const says = (given: object) =>
    transportFindings({ ...config, ...given }).map((each) => each.says + each.advice)
  assert.match(says({ publicUrl: 'http://shop.example' })[0]!, /unprotected.*https address/)
  assert.match(says({ publicUrl: 'https://shop.example' })[0]!, /trusts no proxy.*TRUSTED_PROXIES/)
  assert.deepEqual(says({ publicUrl: 'https://shop.example', trustedProxies: ['10.0.0.1'] }), [])
  assert.deepEqual(says({ publicUrl: 'https://shop.example', tls }), [])
  assert.deepEqual(says({ mode: 'demo', publicUrl: 'http://127.0.0.1:3000' }), [])
})
