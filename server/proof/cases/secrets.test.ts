/** S38, S18: what a person entrusts us with lies only where it is declared to, secrets nowhere, and markup stays text. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import type { Actor } from '#kit/policy.ts'
import { ADDRESS, readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, orderWhen } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { payOnSandbox } from '../../adapters/sandbox/buyer.ts'
import { setDetails } from '../../modules/cart/set-details.ts'
import { create as createAddress } from '../../modules/customers/addresses/create.ts'
import { create as ship } from '../../modules/fulfilment/shipments/create.ts'
import { logIn } from '../../modules/identity/log-in.ts'
import { signUp } from '../../modules/identity/sign-up.ts'
import { get } from '../../modules/orders/get.ts'
import { place } from '../../modules/orders/place.ts'
import { createHttp } from '../../surfaces/http.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})

const EVIL = `<script>alert("marker")</script><img src=x onerror=alert(1)>`
/** The development mailbox shows mails as they arrive elsewhere; production has none. */
const MAILBOX = 'messages.mailbox.'

/** Every column of every table that holds the marker. */
async function holding(marker: string): Promise<string[]> {
  const { rows: columns } = await shop.app.pool.pg.query<{ schema: string; name: string; column: string }>(
    `select c.table_schema as schema, c.table_name as name, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`,
  )
  assert.ok(columns.length > 200)
  const found: string[] = []
  for (const { schema, name, column } of columns) {
    const { rows } = await shop.app.pool.pg.query(
      `select 1 from "${schema}"."${name}" where position($1 in lower(case when pg_typeof("${column}") = 'bytea'::regtype
         then encode("${column}"::text::bytea, 'escape') else "${column}"::text end)) > 0 limit 1`,
      [marker.toLowerCase()],
    )
    if (rows.length > 0) found.push(`${schema}.${name}.${column}`)
  }
  return found
}

const declared = new Set(
  shop.app.modules.flatMap(({ personalData }) => personalData.map(({ column }) => column)),
)

test('after a purchase a person’s data stand where they are declared, and secrets nowhere', async () => {
  const marks = {
    email: 'marker-mail@example.com',
    name: 'Marker-Name Hart',
    line1: 'Marker-Street 7',
    password: 'marker-password-long',
  }
  const guest = shop.guest()
  const session = await guest.call(signUp, { email: marks.email, password: marks.password, name: marks.name })
  const again = await shop.guest().call(logIn, { email: marks.email, password: marks.password })
  await shop
    .guest()
    .call(logIn, { email: marks.email, password: 'marker-password-wrong' })
    .catch(() => {})
  const member: Person = personOf(session.person!.id, marks.email)
  await member.call(createAddress, { ...ADDRESS, name: marks.name, line1: marks.line1 })
  const cart = await readyCart(shop, member, { of: await shop.goods(), quantity: 2 })
  const shippingAddress = { ...ADDRESS, name: marks.name, line1: marks.line1 }
  await member.call(setDetails, { cartId: cart.id, shippingAddress })
  const { order, next, accessToken } = await member.call(
    place,
    { cartId: cart.id, ...BACK },
    { key: newId() },
  )
  await payOnSandbox((next as { url: string }).url)
  await orderWhen(shop, order.id, ({ state }) => state === 'confirmed')
  await shop.bob.call(ship, { orderId: order.id })
  await http.inject({ url: `/v1/orders/${order.id}?token=${accessToken}` })
  await shop.settle()

  for (const marker of [marks.email, marks.name, marks.line1]) {
    const where = await holding(marker)
    assert.ok(where.length > 0, `${marker} is somewhere`)
    const undeclared = where.filter((column) => !declared.has(column) && !column.startsWith(MAILBOX))
    assert.deepEqual(undeclared, [], `${marker} lies where nobody said`)
  }
  for (const secret of [marks.password, 'marker-password-wrong', session.token, again.token, accessToken]) {
    const where = await holding(secret)
    assert.deepEqual(
      where.filter((column) => !column.startsWith(MAILBOX)),
      [],
      'a secret is kept',
    )
  }
})

test('markup in a product’s name or an address is text in every mail and answer', async () => {
  const guest = shop.guest()
  const goods = await shop.goods({ name: EVIL })
  const cart = await readyCart(shop, guest, { of: goods })
  await guest.call(setDetails, { cartId: cart.id, shippingAddress: { ...ADDRESS, name: EVIL } })
  const { order, next, accessToken } = await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
  await payOnSandbox((next as { url: string }).url)
  await orderWhen(shop, order.id, ({ state }) => state === 'confirmed')
  await shop.bob.call(ship, { orderId: order.id })
  const mails = await mailsTo(shop, guest.email)
  assert.ok(mails.length >= 2)
  for (const { html } of mails) assert.doesNotMatch(html, /<script|<img|onerror=alert\(1\)>/i)
  assert.ok(mails.some(({ html }) => html.includes('&lt;script&gt;')))
  assert.equal((await guest.call(get, { orderId: order.id })).lines[0]!.name, EVIL)
  const answer = await http.inject({ url: `/v1/orders/${order.id}?token=${accessToken}` })
  assert.match(String(answer.headers['content-type']), /^application\/json/)
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
})

function personOf(id: string, email: string): Person {
  const actor: Actor = { kind: 'person', sessionId: newId(), personId: id, permissions: new Set() }
  return {
    actor,
    id,
    email,
    call: (operation, input, { key } = {}) =>
      shop.app.invoke(operation, input, {
        actor,
        hint: { storeId: shop.storeId },
        origin: shop.app.config.publicUrl,
        ...(key ? { idempotencyKey: key } : {}),
      }),
  }
}
