/** What people do with a store over its public doors: one buys, the owner ships. */
import assert from 'node:assert/strict'
import { newId } from '#kit/id.ts'
import { payOnSandbox } from '../../adapters/sandbox/buyer.ts'

/** Seconds on a quiet machine; others may be at work here. */
const PATIENCE_MS = 60_000

export interface Answer {
  status: number
  headers: Headers
  json: Record<string, unknown>
}

export async function ask(
  url: string,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object } = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      accept: 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === 'GET' ? {} : { 'idempotency-key': newId() }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(30_000),
  })
  return {
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as Record<string, unknown>,
  }
}

/** Asks for what should succeed. */
export async function get<T>(
  url: string,
  method: string,
  path: string,
  given: { token?: string; body?: object } = {},
): Promise<T> {
  const { status, json } = await ask(url, method, path, given)
  assert.ok(status < 300, `${method} ${path} answered ${status}: ${JSON.stringify(json)}`)
  return json as T
}

export interface Buyer {
  email: string
  password: string
  name: string
  street: string
  phone: string
}

export interface Bought {
  token: string
  orderId: string
  accessToken: string
  pay(): Promise<string>
}

/** Up to the payment page. */
export async function placeOrder(url: string, buyer: Buyer): Promise<Bought> {
  const { email, password, name, street, phone } = buyer
  const { token } = await get<{ token: string }>(url, 'POST', '/v1/people', {
    body: { email, password, name },
  })
  const { items } = await get<{ items: { slug: string; availability: string }[] }>(
    url,
    'GET',
    '/v1/products?limit=20',
  )
  const { slug } = items.find((item) => item.availability === 'in_stock')!
  const { variants } = await get<{ variants: { id: string; available: number }[] }>(
    url,
    'GET',
    `/v1/products/${slug}`,
  )
  const cart = await get<{ id: string }>(url, 'POST', '/v1/carts', { token, body: {} })
  const variantId = variants.find((variant) => variant.available > 2)!.id
  await get(url, 'POST', `/v1/carts/${cart.id}/items`, { token, body: { variantId, quantity: 2 } })
  const address = { name, line1: street, postalCode: '10115', city: 'Berlin', country: 'DE', phone }
  await get(url, 'PATCH', `/v1/carts/${cart.id}`, { token, body: { email, shippingAddress: address } })
  const offers = await get<{ items: { methodId: string }[] }>(
    url,
    'GET',
    `/v1/carts/${cart.id}/delivery-offers`,
    { token },
  )
  const { totals } = await get<{ totals: { total: object } }>(url, 'PATCH', `/v1/carts/${cart.id}`, {
    token,
    body: { deliveryMethodId: offers.items[0]!.methodId },
  })
  const placed = await get<{ order: { id: string }; accessToken: string; next: { url: string } }>(
    url,
    'POST',
    '/v1/orders',
    {
      token,
      body: {
        cartId: cart.id,
        paymentMethod: 'sandbox',
        returnUrl: '/checkout/return',
        cancelUrl: '/checkout',
        expectedTotal: totals.total,
      },
    },
  )
  return {
    token,
    orderId: placed.order.id,
    accessToken: placed.accessToken,
    pay: () => payOnSandbox(placed.next.url),
  }
}

export interface Live {
  /** The first shape sent that fits, and when it came; those before it are dropped. */
  until(
    fits: (shape: Record<string, unknown>) => boolean,
  ): Promise<{ shape: Record<string, unknown>; at: number }>
  close(): void
}

/** Follows a stream of server-sent events. */
export async function follow(url: string, path: string, token: string): Promise<Live> {
  const abort = new AbortController()
  const response = await fetch(url + path, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
    signal: abort.signal,
  })
  assert.equal(response.status, 200)
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  const late = setTimeout(() => abort.abort(new Error(`Nothing more came on ${path}.`)), 30_000)
  let text = ''
  return {
    async until(fits) {
      for (;;) {
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1]
          text = text.slice(end + 2)
          const shape = data === undefined ? undefined : (JSON.parse(data) as Record<string, unknown>)
          if (shape && fits(shape)) return { shape, at: Date.now() }
        }
        const { value, done } = await reader.read()
        if (done) throw new Error(`${path} ended.`)
        text += value
      }
    },
    close() {
      clearTimeout(late)
      abort.abort()
    },
  }
}

/** Waits for something to become so. */
export async function soon<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (
    const end = Date.now() + PATIENCE_MS;
    Date.now() < end;
    await new Promise((resolve) => setTimeout(resolve, 50))
  ) {
    const found = await look()
    if (found) return found
  }
  throw new Error(`It did not happen in time: ${what}`)
}

export interface Mail {
  to: string
  subject: string
  text: string
}

export async function mailsTo(url: string, address: string): Promise<Mail[]> {
  const { items } = await get<{ items: Mail[] }>(url, 'GET', `/dev/mailbox?to=${encodeURIComponent(address)}`)
  return items
}
