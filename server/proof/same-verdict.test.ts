/**
 * What a shopper types into the checkout, what a program sends and what stands in a file is judged by the same
 * checks, and refused in the same words.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { field } from '#kit/custom.ts'
import { isFailure } from '#kit/failure.ts'
import { Gtin } from '#kit/types.ts'
import { openShop } from '#testing/shop.ts'
import { create as createProduct } from '../modules/catalog/products/create.ts'
import { get as getProduct } from '../modules/catalog/products/get.ts'
import { faults as faultsOf } from '../modules/exchange/runs/faults.ts'
import { exchangeOf } from '../modules/exchange/testing.ts'
import { createHttp } from '../surfaces/http.ts'
import { mountStorefront } from '../surfaces/storefront.ts'

const shop = await openShop({ custom: { 'catalog.product': { gtin: field(Gtin) } } })
const http = await createHttp(shop.app)
await mountStorefront(http, shop.app, { development: false, formOrigins: [] })
after(async () => {
  await http.close()
  await shop.close()
})
const { bob } = shop
const { bring } = exchangeOf(shop)
const goods = await shop.goods()

const RIGHT = { email: 'alice@example.com', country: 'DE', postalCode: '10115', phone: '+4915112345678' }
type Typed = typeof RIGHT
const LINES = { name: 'Alice', line1: 'Quay 1', city: 'Berlin' }

/** A visitor with a cart, as their browser comes to it: by the form of the product's page. */
async function visitor() {
  const cookies = new Map<string, string>()
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: string | object) => {
    const answer = await http.inject({
      method,
      url,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(typeof payload === 'string' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload !== undefined && { payload }),
    })
    for (const { name, value } of answer.cookies) cookies.set(name, value)
    return answer
  }
  const send = (url: string, fields: Record<string, string>) =>
    ask('POST', url, String(new URLSearchParams({ formToken: cookies.get('qs_form') ?? '', ...fields })))
  await ask('GET', '/')
  assert.equal(
    (await send(`/p/${goods.slug}`, { variantId: goods.variantId, sku: goods.sku, quantity: '1' }))
      .statusCode,
    303,
  )
  const { cart } = (await ask('GET', '/v1/carts/current')).json<{ cart: { id: string } }>()
  return { ask, send, cartId: cart.id }
}
const { ask, send, cartId } = await visitor()

type Fault = { path: string; code: string; message: string }

async function byApi({ email, ...place }: Typed): Promise<Fault[]> {
  const answer = await ask('PATCH', `/v1/carts/${cartId}`, { email, shippingAddress: { ...LINES, ...place } })
  return answer.statusCode === 422 ? answer.json<{ errors: Fault[] }>().errors : []
}

async function byForm({ email, country, postalCode }: Typed): Promise<string> {
  const fields = Object.entries({ ...LINES, country, postalCode }).map(([name, value]) => [
    `shippingAddress.${name}`,
    value,
  ])
  return (await send('/checkout', { intent: 'save', email, ...Object.fromEntries(fields) })).body
}

async function byFile(resource: string, text: string, format: 'csv' | 'jsonl' = 'csv') {
  const run = await bring(resource, text, { format, dryRun: true })
  return (await bob.call(faultsOf, { runId: run.id, limit: 10 })).items
}

const customerFile = ({ email, country, postalCode, phone }: Typed) =>
  `email;name;phone;address;address.name;address.line1;address.postalCode;address.city;address.country\n${[
    email,
    'Alice',
    phone,
    '1',
    LINES.name,
    LINES.line1,
    postalCode,
    LINES.city,
    country,
  ].join(';')}`

const slips: [field: keyof Typed, typed: string, code: string, says: RegExp][] = [
  ['email', 'alice@', 'format', /email address such as name@example\.com/],
  ['email', 'alice example.com', 'format', /email address such as/],
  ['country', 'de', 'format', /two letters of a country, such as DE/],
  ['postalCode', '1011', 'postal_code', /not a postal code of that country. It looks like 26133/],
  ['phone', '0151 123', 'format', /phone number with its country.*\+4915112345678/],
]

test('a slip is refused alike in a request, in the checkout and in a file', async () => {
  for (const [name, typed, code, says] of slips) {
    const given = { ...RIGHT, [name]: typed }
    const [asked, ...more] = await byApi(given)
    assert.deepEqual([asked?.path.split('.').at(-1), asked?.code, more], [name, code, []], typed)
    assert.match(asked!.message, says)
    const [told, ...others] = await byFile('customers', customerFile(given))
    assert.deepEqual([told?.column.split('.').at(-1), told?.code, others], [name, code, []], typed)
    assert.equal(told!.message, asked!.message)
    // The checkout asks for no phone.
    if (name !== 'phone')
      assert.ok((await byForm(given)).includes(asked!.message), `beside the field: ${typed}`)
  }
})

test('the number under a bar code is refused alike in a request and in a file', async () => {
  const { taxCategoryId } = await bob.call(getProduct, { productId: goods.productId })
  const product = (gtin: string) => ({
    taxCategoryId,
    texts: [{ locale: 'en', name: 'Tin' }],
    custom: { gtin },
  })
  const slip = await bob.call(createProduct, product('4006381333930')).catch((error: unknown) => error)
  assert.ok(isFailure(slip))
  const [asked] = slip.errors
  assert.deepEqual([asked?.path, asked?.code], ['custom.gtin', 'format'])
  assert.match(asked!.message, /as under a bar code/)
  const item = { key: 'tin', operation: 'catalog.products.create', input: product('4006381333930') }
  const [told] = await byFile('operations', JSON.stringify(item), 'jsonl')
  assert.deepEqual([told?.column, told?.code, told?.message], ['input.custom.gtin', 'format', asked!.message])
  assert.equal((await bob.call(createProduct, product('4006381333931'))).custom['gtin'], '4006381333931')
})

test('what is written as it should be is taken on every road', async () => {
  assert.deepEqual(await byFile('customers', customerFile(RIGHT)), [])
  assert.deepEqual(await byApi(RIGHT), [])
  assert.doesNotMatch(await byForm(RIGHT), /aria-invalid="true"/)
})
