/** Bob sells books to load and licences by key. Alice gets hers as soon as she has paid, and Charlie nothing. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { cartOf } from '#testing/carts.ts'
import { boughtByBill, digital, privateFile, readyForBill, service } from '#testing/digital.ts'
import { BACK, mailsTo, orderWhen, payNow } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { itemOf } from '#testing/stock.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { product } from '../../browse/product.ts'
import { countIn } from '../../inventory/index.ts'
import { setPromise } from '../../inventory/items/set-promise.ts'
import { setLimits } from '../../inventory/levels/set-limits.ts'
import { cancel } from '../../orders/admin/cancel.ts'
import { refund } from '../../orders/admin/refund.ts'
import { place } from '../../orders/place.ts'
import { handedOver } from '../handed-over.ts'
import { add } from '../keys/add.ts'
import { list } from '../keys/list.ts'
import { get } from './get.ts'
import { set } from './set.ts'

const shop = await openShop({ poolSize: 20 })
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { bob } = shop
const load = (url: string) => http.inject(url.slice(shop.app.config.publicUrl.length))
const mine = (buyer: Person, { id }: { id: string }) => buyer.call(handedOver, { orderId: id })
const someKeys = (count: number) => Array.from({ length: count }, () => `KEY-${newId()}`)

test('a book is there when it is paid: by mail, by the page of its order, and without an address to send it to', async () => {
  const alice = shop.guest()
  const book = await digital(shop, { fileIds: [await privateFile(shop)], downloadLimit: 2 })
  const cartId = await readyForBill(alice, book)
  const placement = await alice.call(place, { cartId, ...BACK }, { key: newId() })
  assert.deepEqual((await mine(alice, placement.order)).files, [], 'not before it is paid')
  const paid = await payNow(shop, placement)
  const order = await orderWhen(shop, paid.id, ({ state }) => state === 'completed')
  assert.deepEqual([order.shippingAddress, order.fulfilmentStanding], [null, 'delivered'])
  const { files, keys } = await mine(alice, order)
  const [file] = files
  assert.deepEqual(
    [files.length, keys, file!.name, file!.downloads, file!.downloadLimit],
    [1, [], 'book.pdf', 0, 2],
  )
  const mails = await mailsTo(shop, alice.email)
  const mail = mails.find(({ subject }) => subject.endsWith('here it is'))!
  assert.ok(mail.text.includes(file!.url!), mail.text)
  const led = await load(file!.url!)
  assert.deepEqual([led.statusCode, led.headers['cache-control']], [303, 'private, no-store'])
  const body = await http.inject(String(led.headers.location))
  assert.deepEqual([body.statusCode, body.body], [200, 'It was a dark and stormy night.'])
  assert.equal((await mine(alice, order)).files[0]!.downloads, 1)
  await assert.rejects(mine(shop.charlie, order), { code: 'not_found' })
  assert.equal((await load(`${file!.url!.slice(0, -3)}abc`)).statusCode, 404)
  assert.equal(
    (await load(file!.url!.replace(/handed-over\/[^?]*/, `handed-over/${newId()}`))).statusCode,
    404,
  )
  await shop.invariants()
})

test('ten who load at once get through as often as may be; then it is used up, and after its time over', async () => {
  const alice = shop.guest()
  const book = await digital(shop, { fileIds: [await privateFile(shop)], downloadLimit: 3, linkDays: 7 })
  const order = await boughtByBill(shop, alice, book, 1)
  await orderWhen(shop, order.id, ({ state }) => state === 'completed')
  const { url } = (await mine(alice, order)).files[0]!
  const answers = await Promise.all(Array.from({ length: 10 }, () => load(url!)))
  assert.deepEqual(
    [303, 403].map((status) => answers.filter(({ statusCode }) => statusCode === status).length),
    [3, 7],
  )
  assert.equal(
    answers.find(({ statusCode }) => statusCode === 403)!.json().code,
    'fulfilment.downloads_used_up',
  )
  assert.deepEqual(
    (await mine(alice, order)).files.map((file) => [file.url, file.downloads]),
    [[null, 3]],
  )
  const other = await boughtByBill(
    shop,
    alice,
    await digital(shop, { fileIds: [await privateFile(shop)], linkDays: 7 }),
    2,
  )
  await orderWhen(shop, other.id, ({ state }) => state === 'completed')
  const [file] = (await mine(alice, other)).files
  assert.equal(file!.downloadLimit, null)
  assert.equal((await load(file!.url!)).statusCode, 303)
  shop.clock.forward(days(7))
  const over = await load(file!.url!)
  assert.deepEqual([over.statusCode, over.json().code], [403, 'fulfilment.download_over'])
  assert.equal((await mine(alice, other)).files[0]!.url, null)
})

test('of twelve buyers of eight keys at once eight get one, none the same, and the others are told before they pay', async () => {
  const game = await digital(shop, { keys: 'sold_out' })
  const left = async () => (await shop.guest().call(product, { slug: game.slug })).variants[0]!.available
  assert.equal(await left(), 0)
  await assert.rejects(cartOf(shop.guest(), { of: game }), { code: 'cart.out_of_stock' })
  const pool = someKeys(8)
  const { keysLeft } = await bob.call(add, { variantId: game.variantId, keys: pool })
  assert.deepEqual([keysLeft, await left()], [8, 8])
  const buyers = Array.from({ length: 12 }, () => shop.guest())
  const carts = await Promise.all(buyers.map((buyer) => readyForBill(buyer, game)))
  const placed = await Promise.allSettled(
    carts.map((cartId, n) => buyers[n]!.call(place, { cartId, ...BACK }, { key: newId() })),
  )
  assert.ok(placed.every((each) => each.status === 'fulfilled' || each.reason.code === 'cart.out_of_stock'))
  const got: string[] = []
  for (const [n, each] of placed.entries()) {
    if (each.status === 'rejected') continue
    const order = await payNow(shop, each.value)
    await orderWhen(shop, order.id, ({ state }) => state === 'completed')
    got.push(...(await mine(buyers[n]!, order)).keys.map(({ key }) => key))
  }
  assert.deepEqual(got.toSorted(), pool.toSorted())
  assert.equal(await left(), 0)
  const { rows } = await shop.app.pool.pg.query<{ row: string }>(
    'select to_jsonb(k)::text as row from fulfilment.licence_key k',
  )
  assert.ok(
    rows.every(({ row }) => !pool.some((key) => row.includes(key))),
    'no key is read from the database',
  )
  await shop.invariants()
})

test('who may wait gets a key when there is one, the oldest order first', async () => {
  const [first, second] = [shop.guest(), shop.guest()]
  const game = await digital(shop, { keys: 'wait', fileIds: [await privateFile(shop, 'manual.pdf')] })
  const one = await boughtByBill(shop, first, game, 2)
  shop.clock.forward(60_000)
  const two = await boughtByBill(shop, second, game)
  assert.deepEqual([(await mine(first, one)).keys, (await mine(first, one)).files], [[], []])
  const [a, b, c] = someKeys(3)
  await bob.call(add, { variantId: game.variantId, keys: [a!] })
  await shop.settle()
  assert.deepEqual(
    (await mine(first, one)).keys.map(({ key }) => key),
    [a],
  )
  assert.deepEqual((await mine(second, two)).keys, [])
  await bob.call(add, { variantId: game.variantId, keys: [b!, c!] })
  await shop.settle()
  assert.deepEqual(
    (await mine(first, one)).keys.map(({ key }) => key),
    [a, b],
  )
  assert.deepEqual(
    (await mine(second, two)).keys.map(({ key }) => key),
    [c],
  )
  const subjects = (await mailsTo(shop, first.email)).filter(({ subject }) => subject.endsWith('here it is'))
  assert.equal(subjects.length, 2, 'a mail for each hand-over')
  await shop.invariants()
})

test('what is paid back is taken back: its key is never given again, its file no longer loaded', async () => {
  const alice = shop.guest()
  const game = await digital(shop, { keys: 'wait', fileIds: [await privateFile(shop)] })
  await bob.call(add, { variantId: game.variantId, keys: someKeys(3) })
  const order = await boughtByBill(shop, alice, game, 2)
  await orderWhen(shop, order.id, ({ state }) => state === 'completed')
  const orderLineId = order.lines[0]!.id
  const { keys, files } = await mine(alice, order)
  const giveBack = async (quantity: number) => {
    await bob.call(
      refund,
      { orderId: order.id, lines: [{ orderLineId, quantity }], reason: 'Not wanted' },
      { key: newId() },
    )
    await shop.settle()
    await shop.job('payments.sweep')
    await orderWhen(shop, order.id, ({ refunds }) => refunds.every(({ state }) => state === 'succeeded'))
    return mine(alice, order)
  }
  const half = await giveBack(1)
  assert.deepEqual([half.keys, half.files[0]!.url], [[keys[0]], files[0]!.url])
  const none = await giveBack(1)
  assert.deepEqual([none.keys, none.files.map((file) => [file.url, file.revoked])], [[], [[null, true]]])
  assert.equal((await load(files[0]!.url!)).json().code, 'fulfilment.download_over')
  const other = await boughtByBill(shop, shop.guest(), game)
  await orderWhen(shop, other.id, ({ state }) => state === 'completed')
  const { items } = await bob.call(list, { variantId: game.variantId })
  assert.deepEqual(items.map(({ state }) => state).toSorted(), ['given', 'revoked', 'revoked'])
  assert.equal((await bob.call(list, { variantId: game.variantId, state: 'revoked' })).items.length, 2)
  const back = 'update fulfilment.licence_key set state = $1 where state = $2'
  await assert.rejects(shop.app.pool.pg.query(back, ['free', 'revoked']), { constraint: 'licence_key_step' })
  await assert.rejects(shop.app.pool.pg.query(back, ['given', 'revoked']), { constraint: 'licence_key_step' })
})

test('an order that is called off while it waits gets no key', async () => {
  const alice = shop.guest()
  const game = await digital(shop, { keys: 'wait' })
  const order = await boughtByBill(shop, alice, game)
  await bob.call(cancel, { orderId: order.id })
  await bob.call(add, { variantId: game.variantId, keys: someKeys(1) })
  await shop.settle()
  assert.deepEqual((await mine(alice, order)).keys, [])
  assert.equal((await bob.call(get, { variantId: game.variantId })).keysLeft, 1)
})

test('what cannot be handed over is refused by the name of its field', async () => {
  const fileId = await privateFile(shop)
  const { variantId } = await service(shop)
  const refused = (work: Promise<unknown>, path: string, code: string) =>
    assert.rejects(work, (error: { errors: { path: string; code: string }[] }) => {
      assert.deepEqual(
        error.errors.map((each) => [each.path, each.code]),
        [[path, code]],
      )
      return true
    })
  await refused(bob.call(set, { variantId }), 'fileIds', 'required')
  await refused(bob.call(set, { variantId, fileIds: [newId()] }), 'fileIds.0', 'unknown')
  await refused(bob.call(set, { variantId, fileIds: [fileId, fileId] }), 'fileIds.1', 'duplicate')
  await refused(
    bob.call(set, { variantId: (await shop.goods()).variantId, fileIds: [fileId] }),
    'variantId',
    'shippable',
  )
  await assert.rejects(bob.call(set, { variantId: newId(), fileIds: [fileId] }), { code: 'not_found' })
  await assert.rejects(bob.call(add, { variantId, keys: ['a'] }), { code: 'not_found' })
  const { version } = await bob.call(set, { variantId, fileIds: [fileId] })
  await refused(bob.call(add, { variantId, keys: ['a'] }), 'variantId', 'no_keys')
  await assert.rejects(bob.call(set, { variantId, keys: 'wait', expectedVersion: version + 1 }), {
    code: 'stale_version',
  })
  await bob.call(set, { variantId, keys: 'wait' })
  await refused(bob.call(add, { variantId, keys: ['a', 'b', ' a'] }), 'keys.2', 'duplicate')
  await bob.call(add, { variantId, keys: ['a'] })
  await refused(bob.call(add, { variantId, keys: ['b', 'a'] }), 'keys.1', 'taken')
  assert.equal((await bob.call(get, { variantId })).keysLeft, 1, 'all or none')
  await refused(bob.call(set, { variantId, keys: 'none', fileIds: [fileId] }), 'keys', 'in_use')
  await assert.rejects(shop.alice.call(set, { variantId, fileIds: [fileId] }), { code: 'forbidden' })
  await assert.rejects(shop.staff('catalog.read').call(add, { variantId, keys: ['c'] }), {
    code: 'forbidden',
  })
})

test('a book ordered before its day is handed over when it is counted in, and its money taken then', async () => {
  const alice = shop.guest()
  const book = await digital(shop, { fileIds: [await privateFile(shop)] })
  const { variantId } = book
  const come = (pieces: number) =>
    shop.inside((ctx) => countIn(ctx, { variantId, locationId: shop.locationId, pieces, cause: 'test' }))
  await come(0)
  const itemId = await itemOf(shop, book)
  await bob.call(setLimits, { itemId, locationId: shop.locationId, backorderLimit: 5 })
  await bob.call(setPromise, { itemId, preOrder: true, shipsOn: '2026-03-12' })
  const order = await boughtByBill(shop, alice, book)
  await shop.settle()
  await shop.job('fulfilment.handOverWhatCame')
  assert.equal(order.paymentStanding, 'authorised')
  assert.deepEqual((await mine(alice, order)).files, [], 'not before its day')
  await come(5)
  await shop.job('fulfilment.handOverWhatCame')
  assert.equal((await mine(alice, order)).files.length, 1)
  shop.clock.forward(5_000)
  await shop.job('payments.sweep')
  const done = await orderWhen(shop, order.id, ({ paymentStanding }) => paymentStanding === 'paid')
  assert.equal(done.state, 'completed')
  await shop.invariants()
})
