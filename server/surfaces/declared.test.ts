/** A field that nobody declared leaves by no road, however deep an operation has put it. */
import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Type, type TSchema } from 'typebox'
import { Custom, Id, Instant, List, Nullable, Text, Variants, shape } from '#kit/types.ts'
import { runCli } from './cli.ts'
import { declared } from './declared.ts'
import { createHttp } from './http.ts'
import { inProcess } from './in-process.ts'
import { teaApp, teaId } from './tea-app.ts'

const SECRET = 'argon2 of a secret'

/** A tea as a careless operation would answer it: the whole row, the whole leaf, the whole of everything. */
function leakyShop() {
  const shop = teaApp()
  Object.assign(shop.tea, { passwordHash: SECRET, supplier: { margin: SECRET } })
  Object.assign(shop.tea.price, { cost: SECRET })
  for (const leaf of shop.tea.leaves) Object.assign(leaf, { grower: { iban: SECRET } })
  return shop
}

test('no answer over HTTP carries it: reads, selections, expansions, lists, writes and streams', async () => {
  const shop = leakyShop()
  const http = await createHttp(shop.app)
  const tea = `/v1/teas/${teaId(1)}`
  const headers = { authorization: 'Bearer alice-token' }
  for (const [method, url, payload] of [
    ['GET', tea],
    ['GET', `${tea}?fields=name,leaves,price`],
    ['GET', `${tea}?expand=crates.tea,secret`],
    ['GET', '/v1/teas'],
    ['GET', '/v1/teas?expand=leaves.crate'],
    ['POST', `${tea}/packings`, { quantity: 1 }],
    ['POST', `${tea}/packings?expand=crates.tea`, { quantity: 1 }],
    ['PATCH', tea, { name: 'Gyokuro' }],
  ] as const) {
    const answer = await http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    assert.ok(answer.statusCode < 300, `${method} ${url}: ${answer.body}`)
    assert.doesNotMatch(answer.body, /argon2|passwordHash|supplier|grower|cost/, `${method} ${url}`)
    assert.match(answer.body, /Sencha|Gyokuro/)
  }
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as { port: number }
  const stream = await fetch(`http://127.0.0.1:${port}${tea}/changes`)
  const { value } = await stream.body!.getReader().read()
  await sleep(20)
  assert.doesNotMatch(Buffer.from(value!).toString(), /argon2/)
  await http.close()

  const kept = shop.lines.filter(({ message }) => /kept back/.test(String(message)))
  assert.ok(kept.some(({ operation, place }) => operation === 'tea.get' && place === 'Tea.passwordHash'))
  const places = kept.map(({ operation, place }) => `${operation} ${place}`)
  assert.equal(new Set(places).size, places.length, 'each place is told once')
})

test('nor do pages rendered in the server, and the command line', async () => {
  const shop = leakyShop()
  const store = inProcess(shop.app, {}) as unknown as { tea: { get: (input: object) => Promise<object> } }
  const page = await store.tea.get({ teaId: teaId(1) })
  assert.doesNotMatch(JSON.stringify(page), /argon2/)
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const code = await runCli(shop.app, ['tea.get', JSON.stringify({ teaId: teaId(1) })], {
    stdin: Readable.from([]),
    stdout,
    stderr,
  })
  assert.equal(code, 0)
  assert.doesNotMatch(String(stdout.read()), /argon2/)
})

test('what is declared leaves as it is, and an answer without faults is not even copied', () => {
  const answer = {
    id: teaId(1),
    note: null,
    at: new Date(0),
    custom: { anything: { goes: [1, { deep: true }] } },
    parts: [
      { kind: 'leaf', size: 's' },
      { kind: 'bag', bags: 2 },
    ],
  }
  const told: string[] = []
  const keep = declared(Whole, new Map(), (place) => told.push(place))
  assert.equal(keep(answer), answer)
  assert.deepEqual(told, [])
})

test('an object where a text should be, and an arm of a union nobody knows, are no way out', () => {
  const keep = declared(Whole, new Map(), () => {})
  const bad = {
    id: teaId(1),
    note: { secret: SECRET },
    parts: [
      { kind: 'row', hash: SECRET },
      { kind: 'leaf', size: 's', hash: SECRET },
    ],
  }
  assert.deepEqual(keep(bad), { id: teaId(1), parts: [null, { kind: 'leaf', size: 's' }] })
})

const Part = Variants('Part', 'kind', [
  shape('LeafPart', { kind: Type.Literal('leaf'), size: Text(5) }),
  shape('BagPart', { kind: Type.Literal('bag'), bags: Text(5) }),
])
const Whole: TSchema = shape('Whole', {
  id: Id,
  note: Nullable(Text(20)),
  at: Instant,
  custom: Custom,
  parts: List(Part, 9),
})
