/** Old addresses of Bob's shop lead on: in one step, never in a circle, elsewhere only when he says so. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { exchangeOf } from '../../exchange/testing.ts'
import { redirect } from '../redirect.ts'
import { faultsOf } from '../testing.ts'
import { writeHits } from './hits.ts'
import { list } from './list.ts'
import { put } from './put.ts'
import { remove } from './remove.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const led = (...redirects: [from: string, to: string][]) =>
  bob.call(put, { redirects: redirects.map(([from, to]) => ({ from, to })) })
const to = async (path: string) => (await guest.call(redirect, { path })).to

test('an old address leads on, however it is written, and is counted without a write for each visit', async () => {
  await bob.call(put, { redirects: [{ from: '/Old/Mug/', to: '/p/tide-mug?variant=x', status: 302 }] })
  assert.deepEqual(await guest.call(redirect, { path: '/old/mug' }), {
    to: '/p/tide-mug?variant=x',
    status: 302,
    elsewhere: false,
  })
  assert.equal(await to('/OLD/MUG/'), '/p/tide-mug?variant=x')
  assert.deepEqual(await faultsOf(guest.call(redirect, { path: '/old' })), ['not_found'])
  const hits = async () => (await bob.call(list, {})).items.map((each) => [each.hits, each.lastHitOn])
  assert.deepEqual(await hits(), [[0, null]])
  await writeHits(shop.app)
  assert.deepEqual(await hits(), [[2, '2026-03-02']])
  await bob.call(put, { redirects: [{ from: '/caf%C3%A9', to: '/cart' }] })
  assert.equal(await to('/café'), '/cart')
})

test('what leads on itself is replaced by where that leads, whichever came first', async () => {
  await led(['/a', '/b'])
  await led(['/b', '/c'])
  assert.deepEqual([await to('/a'), await to('/b')], ['/c', '/c'])
  await led(['/first', '/a'])
  assert.equal(await to('/first'), '/c')
  const chain = Array.from({ length: 50 }, (_, n): [string, string] => [`/step-${n}`, `/step-${n + 1}`])
  await led(...chain)
  assert.equal(await to('/step-0'), '/step-50')
  await shop.invariants()
})

test('circles of one, of two and of fifty are refused, and nothing of them is written', async () => {
  assert.deepEqual(await faultsOf(led(['/self', '/Self/'])), ['content.redirect_circle'])
  await led(['/ping', '/pong'])
  assert.deepEqual(await faultsOf(led(['/pong', '/ping?x=1'])), ['content.redirect_circle'])
  const round = Array.from({ length: 50 }, (_, n): [string, string] => [`/r${n}`, `/r${(n + 1) % 50}`])
  assert.deepEqual(await faultsOf(led(...round)), ['content.redirect_circle'])
  assert.deepEqual(await faultsOf(guest.call(redirect, { path: '/r0' })), ['not_found'])
  await Promise.allSettled([led(['/left', '/right']), led(['/right', '/left'])])
  await shop.invariants()
})

test('to another site only when it is said, and never to what a browser would run', async () => {
  const one = (redirect_: object) => faultsOf(bob.call(put, { redirects: [redirect_ as never] }))
  assert.deepEqual(await one({ from: '/x', to: 'https://other.example/' }), [
    'redirects.0.elsewhere required',
  ])
  assert.deepEqual(await one({ from: '/x', to: '/cart', elsewhere: true }), [
    'redirects.0.elsewhere not_allowed',
  ])
  for (const bad of ['javascript:alert(1)', '//other.example', '/\\other.example', 'https://', 'ftp://x'])
    assert.deepEqual(await one({ from: '/x', to: bad }), ['redirects.0.to format'], bad)
  for (const bad of ['/', 'cart', '//x', '/a?b=c', '/a b'])
    assert.equal((await one({ from: bad, to: '/cart' }))[0], 'redirects.0.from format', bad)
  assert.deepEqual(await faultsOf(led(['/x', '/y'], ['/X', '/z'])), ['redirects.1.from duplicate'])
  await bob.call(put, { redirects: [{ from: '/blog', to: 'https://blog.example/', elsewhere: true }] })
  assert.equal((await guest.call(redirect, { path: '/blog' })).elsewhere, true)
})

test('one that is forgotten leads nowhere', async () => {
  await led(['/gone', '/cart'])
  const { items } = await bob.call(list, { limit: 1 })
  await bob.call(remove, { redirectId: items[0]!.id })
  assert.deepEqual(await faultsOf(guest.call(redirect, { path: '/gone' })), ['not_found'])
  assert.deepEqual(await faultsOf(bob.call(remove, { redirectId: items[0]!.id })), ['not_found'])
})

test('a file brings thousands, and tells of each row that is wrong', async () => {
  const files = exchangeOf(shop)
  const rows = Array.from({ length: 1200 }, (_, n) => `/alt/${n},/p/new-${n},301,false`)
  const run = await files.bring(
    'redirects',
    [
      'from,to,status,elsewhere',
      ...rows,
      '/out,https://other.example/,301,false',
      '/bad,javascript:x,301,false',
    ].join('\n'),
  )
  assert.equal(await to('/alt/1199'), '/p/new-1199')
  assert.deepEqual(await faultsOf(guest.call(redirect, { path: '/out' })), ['not_found'])
  assert.deepEqual(await files.faults(run.id), ['1202 elsewhere required', '1203 to format'])
  await shop.invariants()
})
