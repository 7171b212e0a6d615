/** Addresses that others name are asked from outside only, however they say it. */
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { fetchPublic } from './fetch-public.ts'
import { isPublic } from './public-address.ts'

let port = 0
let asked = 0
const server: Server = createServer((request, response) => {
  asked++
  const path = request.url!
  if (path.startsWith('/to?'))
    return response.writeHead(302, { location: decodeURIComponent(path.slice(4)) }).end()
  if (path === '/round') return response.writeHead(302, { location: '/round' }).end()
  if (path === '/none') return response.writeHead(404).end()
  if (path === '/endless') {
    const more = () => response.write(Buffer.alloc(1024), () => response.destroyed || setImmediate(more))
    return more()
  }
  if (path === '/large') return response.writeHead(200, { 'content-length': '5000' }).end(Buffer.alloc(5000))
  response.end('bytes')
})
before(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
after(() => server.close())

const { signal } = new AbortController()
const refused = (address: string, alsoFrom: string[] = []) =>
  fetchPublic(address, { mostBytes: 2_000, alsoFrom, signal }).then(
    () => 'came',
    (error: Error) => error.message,
  )

test('no address of the network inside is asked, in whichever form it is written', async () => {
  const before = asked
  for (const host of [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `2130706433:${port}`,
    `0x7f.1:${port}`,
    `0177.0.0.1:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `[::ffff:7f00:1]:${port}`,
    `0.0.0.0:${port}`,
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '172.20.0.1',
    '100.64.0.1',
    '[fd00::1]',
    '[fe80::1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
  ])
    assert.equal(await refused(`http://${host}/x`), 'This address is not public.', host)
  assert.equal(asked, before)
})

test('only http is fetched, and nobody’s password is passed on', async () => {
  for (const address of ['file:///etc/passwd', 'ftp://example.com/a.jpg', 'data:image/png,a', 'cup.jpg', ''])
    assert.match(await refused(address), /not an address/, address)
  assert.match(await refused('https://bob:secret@example.com/a.jpg'), /user or a password/)
})

test('what the operator named is asked, and what that leads to is looked at anew', async () => {
  const ours = [`127.0.0.1:${port}`]
  const at = (path: string) => refused(`http://127.0.0.1:${port}${path}`, ours)
  const to = (address: string) => at(`/to?${encodeURIComponent(address)}`)
  assert.equal(await at('/a.jpg'), 'came')
  assert.equal(await to('/a.jpg'), 'came')
  assert.equal(await to('http://169.254.169.254/latest/meta-data'), 'This address is not public.')
  assert.equal(await to(`http://127.0.0.1:${port + 1}/`), 'This address is not public.')
  assert.match(await to('file:///etc/passwd'), /not an address/)
  assert.match(await at('/round'), /without end/)
  assert.equal(await at('/none'), 'It answers 404.')
  for (const path of ['/large', '/endless']) assert.match(await at(path), /more than 2000 bytes/, path)
  assert.match(await refused('http://127.0.0.1:1/', ['127.0.0.1']), /Nobody answers/)
})

test('public is what is given out to the world', () => {
  for (const address of ['1.1.1.1', '93.184.216.34', '2606:4700::1111']) assert.ok(isPublic(address), address)
  for (const address of [
    '255.255.255.255',
    '240.0.0.1',
    '203.0.113.9',
    '::',
    '2001:db8::1',
    'ff02::1',
    'shop',
  ])
    assert.ok(!isPublic(address), address)
})
