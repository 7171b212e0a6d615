/**
 * A shopper in a crash run: buys over REST and the hosted page, asks again with the same key until there is a final
 * answer, and remembers what was acknowledged.
 */
import { newId } from '#kit/id.ts'
import { payOnSandbox, type BuyerChoice, type WebhookWish } from '../../adapters/sandbox/buyer.ts'
import { pick, type Random } from '../random.ts'

export interface Acknowledged {
  /** Orders whose placing was answered with 201. */
  orders: Set<string>
  /** Orders whose payment page said that the money was taken, or would be. */
  paid: Set<string>
  refusals: Map<string, number>
  serverErrors: string[]
}

export interface World {
  origin: string
  variants: string[]
  bundle: string
  methodId: string
  until: number
  random: Random
  seen: Acknowledged
}

const CHOICES: BuyerChoice[] = [
  'pay',
  'pay',
  'pay',
  { decline: 'insufficient_funds' },
  { challenge: 'approve' },
  { challenge: 'fail' },
  { delaySeconds: 2 },
]
const WEBHOOKS: WebhookWish[] = ['normal', 'twice', 'out_of_order', { lateSeconds: 2 }]
const GIVE_UP_MS = 60_000

/** Thrown when the run is over before the answer came: nothing was acknowledged. */
export const OVER = Symbol('over')

export async function shopUntilOver(world: World): Promise<void> {
  while (Date.now() < world.until) {
    try {
      await buyOnce(world)
    } catch (error) {
      if (error === OVER) return
      throw error
    }
  }
}

async function buyOnce(world: World): Promise<void> {
  const { random, seen } = world
  const guest = await ask(world, 'POST', '/v1/guests')
  const token = guest.json['token'] as string
  const cart = await ask(world, 'POST', '/v1/carts', token, {})
  const cartId = cart.json['id'] as string
  for (let lines = 1 + Math.floor(random() * 2); lines > 0; lines--) {
    const bundled = random() < 0.2
    const added = await ask(world, 'POST', `/v1/carts/${cartId}/${bundled ? 'bundles' : 'items'}`, token, {
      variantId: bundled ? world.bundle : pick(world.variants, random),
      quantity: 1 + Math.floor(random() * 2),
    })
    if (added.status !== 200) return note(seen, added)
  }
  const details = await ask(world, 'PATCH', `/v1/carts/${cartId}`, token, {
    email: `buyer-${newId()}@example.com`,
    deliveryMethodId: world.methodId,
    shippingAddress: {
      name: 'Bea Buyer',
      line1: 'Street 1',
      postalCode: '10115',
      city: 'Berlin',
      country: 'DE',
    },
  })
  if (details.status !== 200) return note(seen, details)
  const placed = await ask(world, 'POST', '/v1/orders', token, {
    cartId,
    paymentMethod: 'sandbox',
    returnUrl: '/checkout/return',
    cancelUrl: '/checkout',
  })
  if (placed.status !== 201) return note(seen, placed)
  const order = placed.json['order'] as { id: string }
  seen.orders.add(order.id)
  await pay(world, token, order.id, placed.json['next'] as { kind: string; url?: string })
}

async function pay(
  world: World,
  token: string,
  orderId: string,
  next: { kind: string; url?: string },
): Promise<void> {
  const { random, seen } = world
  let url = next.url
  // The provider had not answered: the page is on the order as soon as the store has asked again.
  for (let tries = 0; !url && tries < 100; tries++) {
    if (Date.now() > world.until + GIVE_UP_MS) throw OVER
    await new Promise((resolve) => setTimeout(resolve, 200))
    const order = await ask(world, 'GET', `/v1/orders/${orderId}`, token)
    url = (order.json['payments'] as { nextUrl: string | null }[] | undefined)?.at(-1)?.nextUrl ?? undefined
  }
  if (!url || random() < 0.05) return // left on the payment page
  const choice = pick(CHOICES, random)
  const takes =
    choice === 'pay' ||
    (typeof choice === 'object' &&
      (('challenge' in choice && choice.challenge === 'approve') || 'delaySeconds' in choice))
  try {
    await payOnSandbox(url, choice, pick(WEBHOOKS, random))
    if (takes) seen.paid.add(orderId)
  } catch {
    // The page refused, as when the payment has ended meanwhile. Nothing was promised.
  }
  // The tab is closed here, every time: nobody comes back to tell the store.
}

interface Answer {
  status: number
  json: Record<string, unknown>
}

/** Asks until there is a final answer: anything but a broken connection, 5xx or "still running". The key stays the same. */
async function ask(
  world: World,
  method: string,
  path: string,
  token?: string,
  body?: object,
): Promise<Answer> {
  const key = newId()
  for (;;) {
    if (Date.now() > world.until + GIVE_UP_MS) throw OVER
    try {
      const response = await fetch(`${world.origin}${path}`, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(method === 'GET' ? {} : { 'idempotency-key': key }),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(15_000),
      })
      const json = (await response.json()) as Record<string, unknown>
      const again =
        response.status === 503 || response.status === 429 || json['code'] === 'idempotency_in_progress'
      if (!again) {
        if (response.status >= 500)
          world.seen.serverErrors.push(`${method} ${path} ${response.status} ${JSON.stringify(json)}`)
        else return { status: response.status, json }
      }
    } catch {
      // Killed in the middle: nobody knows, so the same is asked again.
    }
    await new Promise((resolve) => setTimeout(resolve, 50 + world.random() * 100))
  }
}

function note(seen: Acknowledged, answer: Answer): void {
  const code = String(answer.json['code'])
  seen.refusals.set(code, (seen.refusals.get(code) ?? 0) + 1)
}
