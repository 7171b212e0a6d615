/** For the tests beside it: a merchant that speaks the company's API plainly, to see exactly what it answers. */
import { randomUUID } from 'node:crypto'
import { SECRET_KEY } from './standing.ts'

export type Payment = {
  id: string
  reference: string
  method: string
  amount: number
  url: string
  state: string
  authorised: number
  captured: number
  refunded: number
  fee: number
  captures: { id: string; amount: number; fee: number }[]
  dispute: { id: string; amount: number; state: string; reason: string } | null
  declineCode: string | null
  paidAt: string | null
  version: number
}
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }
export type Merchant = ReturnType<typeof merchantOf>

export function orderFor(webhookUrl: string, change: object = {}) {
  return {
    amount: 4850,
    currency: 'EUR',
    capture: 'automatic',
    reference: 'order-1',
    description: 'Two mugs and a towel',
    returnUrl: 'http://127.0.0.1:3000/return?order=1',
    cancelUrl: 'http://127.0.0.1:3000/cart',
    webhookUrl,
    ...change,
  }
}

export function merchantOf(origin: string, secretKey = SECRET_KEY) {
  type Sent = { body?: string; key?: string; type?: string; signal?: AbortSignal }

  async function send(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const { body, key, type = 'application/json', signal = AbortSignal.timeout(10_000) } = sent
    const response = await fetch(`${origin}/api${path}`, {
      method,
      signal,
      headers: {
        authorization: `Bearer ${secretKey}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body }),
    })
    const answer = (await response.json()) as Record<string, unknown>
    return { status: response.status, headers: response.headers, body: answer }
  }

  function post(path: string, body?: object, key: string = randomUUID()): Promise<Answer> {
    return send('POST', path, { key, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  }

  async function must(call: Promise<Answer>): Promise<Record<string, unknown>> {
    const { status, body } = await call
    if (status < 300) return body
    throw new Error(`The company answered ${status}: ${JSON.stringify(body)}`)
  }

  return {
    send,
    post,
    open: async (order: object) => (await must(post('/payments', order))) as Payment,
    get: async (id: string) => (await must(send('GET', `/payments/${id}`))) as Payment,
    async byReference(reference: string): Promise<Payment | undefined> {
      const query = new URLSearchParams({ reference })
      return ((await must(send('GET', `/payments?${query}`)))['items'] as Payment[])[0]
    },
    deliveries: async () =>
      (await must(send('GET', '/deliveries'))) as { queued: number; delivered: number; dead: number },
  }
}
