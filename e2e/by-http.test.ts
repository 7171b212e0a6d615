/**
 * A purchase by a stranger's script: it knows the address of the store, reads `/openapi.json`, and follows that.
 *
 * Nothing here comes from the project but the store itself. Ways, fields and keys are looked up in the document,
 * and what is sent and answered is held against it.
 */
import { expect, storeOfThisFile, test } from './journey.ts'
import { availableOf, invariantsHold } from './truth.ts'

const store = storeOfThisFile({ browser: false })

type Schema = { $ref?: string; properties?: Record<string, Schema>; required?: string[] }
type Parameter = { $ref?: string; name: string; in: string; required?: boolean }
type Operation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> }
}
type Json = Record<string, unknown>

/** What a code generator would make of the document: operations by their names. */
async function clientOf(url: string) {
  const api = (await (await fetch(`${url}/openapi.json`)).json()) as Document
  const found = new Map<string, { method: string; path: string; operation: Operation }>()
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, operation] of Object.entries(methods))
      found.set(operation.operationId, { method: method.toUpperCase(), path, operation })
  let token: string | undefined

  return {
    api,
    useToken: (given: string) => (token = given),
    async call<Answer = Json>(name: string, input: Json = {}): Promise<Answer> {
      const { method, path, operation } = found.get(name) ?? fail(`${name} is not in the document`)
      const parameters = (operation.parameters ?? []).map(({ $ref, ...own }) =>
        $ref ? (api.components.parameters[$ref.split('/').at(-1)!] ?? fail($ref)) : (own as Parameter),
      )
      const rest = { ...input }
      const take = (key: string) => {
        const value = rest[key]
        delete rest[key]
        return encodeURIComponent(value as string)
      }
      const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => take(key))
      const query = parameters
        .filter((each) => each.in === 'query' && each.name in rest)
        .map((each) => `${each.name}=${take(each.name)}`)
      const needsKey = parameters.some((each) => each.name === 'Idempotency-Key' && each.required)
      const schema = operation.requestBody?.content['application/json']?.schema
      for (const key of Object.keys(rest)) expect(Object.keys(schema?.properties ?? {})).toContain(key)
      const response = await fetch(`${url}${filled}${query.length ? `?${query.join('&')}` : ''}`, {
        method,
        headers: {
          accept: 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
          ...(needsKey && { 'idempotency-key': crypto.randomUUID() }),
          ...(schema && { 'content-type': 'application/json' }),
        },
        ...(schema && { body: JSON.stringify(rest) }),
      })
      const answer = (await response.json()) as Answer
      expect(response.ok, `${name} answered ${response.status}: ${JSON.stringify(answer)}`).toBe(true)
      expect(Object.keys(operation.responses)).toContain(String(response.status))
      return answer
    },
  }
}

function fail(message: string): never {
  throw new Error(message)
}

/** What a browser does with a form, as far as this page needs it: its fields as they stand, sent where it says. */
async function sendForm(page: string): Promise<Response> {
  const text = await (await fetch(page)).text()
  const form = /<form[^>]*action="([^"]+)"[\s\S]*?<\/form>/.exec(text) ?? fail('The page has no form.')
  const fields = new URLSearchParams()
  for (const [input] of form[0].matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(input)?.[1]
    if (attribute('type') === 'radio' && !/\schecked/.test(input)) continue
    if (attribute('name')) fields.set(attribute('name')!, attribute('value') ?? '')
  }
  return fetch(new URL(form[1]!, page), { method: 'POST', body: fields, redirect: 'manual' })
}

test('a script buys a lamp with the document alone', async () => {
  const shop = await clientOf(store().url)
  const guest = await shop.call<{ token: string }>('identity.startGuest')
  shop.useToken(guest.token)

  const { items } = await shop.call<{ items: { slug: string; availability: string }[] }>('browse.products', {
    category: 'light',
  })
  const { slug } = items.find(({ availability }) => availability === 'in_stock')!
  const product = await shop.call<{ variants: { id: string; sku: string; available: number }[] }>(
    'browse.product',
    { slug },
  )
  const variant = product.variants.find(({ available }) => available > 1)!

  const cart = await shop.call<{ id: string }>('cart.create')
  await shop.call('cart.addItem', { cartId: cart.id, variantId: variant.id, quantity: 1 })
  await shop.call('cart.setDetails', {
    cartId: cart.id,
    email: 'script@example.com',
    shippingAddress: {
      name: 'S. Cript',
      line1: 'Kai 7',
      postalCode: '20457',
      city: 'Hamburg',
      country: 'DE',
    },
  })
  const offers = await shop.call<{ items: { methodId: string }[] }>('cart.deliveryOffers', {
    cartId: cart.id,
  })
  const ready = await shop.call<{ totals: { total: { amount: number; currency: string } } }>(
    'cart.setDetails',
    { cartId: cart.id, deliveryMethodId: offers.items[0]!.methodId },
  )
  const ways = await shop.call<{ items: { key: string }[] }>('payments.methods')
  type Placed = { order: { id: string; state: string }; next: { kind: string; url: string } }
  const { order, next } = await shop.call<Placed>('orders.place', {
    cartId: cart.id,
    paymentMethod: ways.items[0]!.key,
    returnUrl: `${store().url}/thanks?order={orderId}`,
    cancelUrl: `${store().url}/cart`,
    expectedTotal: ready.totals.total,
  })
  expect(next.kind).toBe('redirect')
  const paid = await sendForm(next.url)
  expect(paid.status).toBe(303)
  expect(paid.headers.get('location')).toBe(`${store().url}/thanks?order=${order.id}`)

  const state = async () => (await shop.call<{ state: string }>('orders.get', { orderId: order.id })).state
  await expect.poll(state, { timeout: 15_000 }).toBe('confirmed')
  await expect.poll(async () => (await store().mailsTo('script@example.com')).length).toBe(1)
  expect(await availableOf(store(), slug, variant.sku)).toBe(variant.available - 1)
  await invariantsHold(store())
})
