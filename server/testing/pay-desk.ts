/**
 * A shop where only the paying is tried out: things to pay for, and the sandbox company over HTTP.
 *
 * The things fill the port `payments.payable` with a table of their own. The company
 * keeps the shop's clock. Webhooks over HTTP are off unless `shop.receiveWebhooks` is set:
 * a test hands them in itself, in the order and number it wants to see.
 */
import { Webhook } from 'standardwebhooks'
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { isFailure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { contextFor } from '#kit/invoke.ts'
import type { Port } from '#kit/port.ts'
import { merchantOf } from '../adapters/sandbox/merchant.ts'
import { payOnSandbox, type BuyerChoice } from '../adapters/sandbox/buyer.ts'
import type { Faults } from '../adapters/sandbox/company/faults.ts'
import { sandboxProvider } from '../adapters/sandbox/provider.ts'
import { SECRET_KEY, WEBHOOK_SECRET, standCompany } from '../adapters/sandbox/standing.ts'
import { balances } from '../modules/ledger/index.ts'
import { webhook } from '../modules/payments/inbox.ts'
import { handleInbox } from '../modules/payments/inbox-handling.ts'
import {
  callProvider,
  payable,
  paymentProvider,
  settleStart,
  startPayment,
  type Payable,
  type PaymentRow,
  type RefundRow,
  type StartReply,
} from '../modules/payments/index.ts'
import { openShop, type Shop, type ShopOptions } from './shop.ts'

const STRANGERS_SECRET = `whsec_${Buffer.from('a secret that nobody gave to us..').toString('base64')}`

/** What became of one thing, as its filler of the port was told. */
export interface Thing {
  id: string
  wanted: boolean
  secured: number
  failed: number
  refunded: number
  refund_failed: number
  disputed: number
}

const thingPayable: Payable = {
  kind: 'thing',
  async lock(ctx, id) {
    await sql`select id from desk.thing where id = ${id} for update`.execute(ctx.db)
  },
  async secured(ctx, id) {
    const { rows } = await sql<Thing>`
      update desk.thing set secured = secured + 1 where id = ${id} returning wanted`.execute(ctx.db)
    return rows[0]!.wanted ? 'accepted' : 'unwanted'
  },
  async failed(ctx, id) {
    await sql`update desk.thing set failed = failed + 1 where id = ${id}`.execute(ctx.db)
  },
  async refunded(ctx, id, refund) {
    const column = sql.ref(refund.state === 'succeeded' ? 'refunded' : 'refund_failed')
    await sql`update desk.thing set ${column} = ${column} + 1 where id = ${id}`.execute(ctx.db)
  },
  async disputed(ctx, id) {
    await sql`update desk.thing set disputed = disputed + 1 where id = ${id}`.execute(ctx.db)
  },
}

export interface Told {
  headers: Record<string, string>
  body: Buffer
}

export type Desk = Awaited<ReturnType<typeof openPayDesk>>

export async function openPayDesk(options: ShopOptions = {}) {
  const shop = await openShop(options)
  shop.receiveWebhooks = false
  const company = await standCompany({ clock: () => shop.clock.now })
  const api = merchantOf(company.origin)
  const provider = sandboxProvider({
    origin: company.origin,
    secretKey: SECRET_KEY,
    webhookSecrets: [WEBHOOK_SECRET],
  })
  fillLate(shop, payable, [thingPayable])
  fillLate(shop, paymentProvider, [provider])
  await sql`create schema desk`.execute(shop.app.pool.db)
  await sql`create table desk.thing (id uuid primary key, wanted boolean not null default true, secured int not null default 0,
    failed int not null default 0, refunded int not null default 0, refund_failed int not null default 0,
    disputed int not null default 0)`.execute(shop.app.pool.db)
  const call = { actor: { kind: 'system', name: 'test' } as const, hint: { storeId: shop.storeId } }
  const first = async <Row>(text: ReturnType<typeof sql<Row>>) =>
    (await text.execute(shop.app.pool.db)).rows[0]!
  const all = async <Row>(text: ReturnType<typeof sql<Row>>) => (await text.execute(shop.app.pool.db)).rows

  async function thing(): Promise<string> {
    const id = newId()
    await sql`insert into desk.thing (id) values (${id})`.execute(shop.app.pool.db)
    return id
  }

  type Wish = {
    amount?: number
    currency?: string
    capture?: 'automatic' | 'manual'
    of?: string
    method?: string
  }

  /** The first of the three steps: the payment is ours, and nobody was asked yet. */
  async function begin({
    amount = 2500,
    currency = 'EUR',
    capture = 'automatic',
    of,
    method = 'sandbox',
  }: Wish = {}) {
    const id = of ?? (await thing())
    return shop.inside((ctx) =>
      startPayment(ctx, {
        payable: { kind: 'thing', id },
        method,
        amount: { amount, currency },
        capture,
        returnUrl: `${shop.app.config.publicUrl}/return`,
        cancelUrl: `${shop.app.config.publicUrl}/cart`,
      }),
    )
  }

  async function ask(payment: PaymentRow, signal = AbortSignal.timeout(5000)): Promise<StartReply> {
    return callProvider(await contextFor(shop.app, call), payment, 'A thing', signal)
  }

  const settle = (payment: PaymentRow, reply: StartReply) =>
    shop.inside((ctx) => settleStart(ctx, payment.id, reply))

  async function open(wish: Wish = {}): Promise<PaymentRow> {
    const payment = await begin(wish)
    return settle(payment, await ask(payment))
  }

  async function pay(payment: PaymentRow, choice: BuyerChoice = 'pay'): Promise<void> {
    const url = payment.next_url ?? (await api.byReference(payment.id))!.url
    await payOnSandbox(url, choice)
  }

  /** A webhook about the payment as the company sees it now, or as `change` makes it, signed by whom you like. */
  async function about(
    payment: Pick<PaymentRow, 'id'>,
    given: {
      id?: string
      change?: object
      refund?: { id: string; change?: object }
      forged?: boolean
      as?: object
    } = {},
  ): Promise<Told> {
    const seen = given.as ?? (await api.byReference(payment.id))!
    const data: Record<string, unknown> = { payment: { ...seen, ...given.change } }
    if (given.refund) {
      const reference = (seen as { id: string }).id
      const query = new URLSearchParams({ reference: given.refund.id })
      const { body } = await api.send('GET', `/payments/${reference}/refunds?${query}`)
      data['refund'] = { ...(body['items'] as object[])[0], ...given.refund.change }
    }
    const now = shop.clock.now
    const type = given.refund ? 'refund.succeeded' : 'payment.captured'
    const body = JSON.stringify({ type, timestamp: now.toISOString(), data })
    const id = given.id ?? `evt_${newId()}`
    const signature = new Webhook(given.forged ? STRANGERS_SECRET : WEBHOOK_SECRET).sign(id, now, body)
    const seconds = String(Math.floor(now.getTime() / 1000))
    return {
      headers: { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature },
      body: Buffer.from(body),
    }
  }

  /** Hands a webhook in; answers the status the company would see. */
  async function tell({ headers, body }: Told): Promise<number> {
    try {
      const request = {
        method: 'POST',
        params: { provider: 'sandbox' },
        query: {},
        headers,
        body,
        stream: null,
      }
      const around = { app: shop.app, address: '', traceId: newId(), call: { hint: call.hint } }
      return (await webhook.handle(request, around)).status
    } catch (error) {
      if (isFailure(error)) return error.status
      throw error
    }
  }

  /** What the workers do with what has come in, all at once. */
  async function handleAll(): Promise<void> {
    const received = await all(sql<{ id: string }>`select id from payments.inbox where state = 'received'`)
    await Promise.all(received.map(({ id }) => shop.inside((ctx) => handleInbox(ctx, id))))
  }

  async function toldAndDone(payment: Pick<PaymentRow, 'id'>): Promise<void> {
    await tell(await about(payment))
    await handleAll()
  }

  async function paid(wish: Wish = {}): Promise<PaymentRow> {
    const payment = await open(wish)
    await pay(payment)
    await toldAndDone(payment)
    return row(payment.id)
  }

  /** What the ledger holds for what the payment is for, by account. */
  const books = (payment: PaymentRow): Promise<Record<string, number>> =>
    shop.inside(async (ctx: Ctx) =>
      Object.fromEntries(await balances(ctx, { kind: 'thing', id: payment.payable_id })),
    )

  const row = (id: string) => first(sql<PaymentRow>`select * from payments.payment where id = ${id}`)

  return {
    shop,
    provider,
    api,
    thing,
    begin,
    ask,
    settle,
    open,
    pay,
    paid,
    about,
    tell,
    toldAndDone,
    handleAll,
    row,
    refunds: (id: string) =>
      all(sql<RefundRow>`select * from payments.refund where payment_id = ${id} order by created_at, id`),
    thingOf: (payment: PaymentRow) =>
      first(sql<Thing>`select * from desk.thing where id = ${payment.payable_id}`),
    unwanted: (payment: PaymentRow) =>
      sql`update desk.thing set wanted = false where id = ${payment.payable_id}`.execute(shop.app.pool.db),
    books,
    /** What the ledger holds of the buyer's money: as if the provider had kept nothing for its work. */
    async booked(payment: PaymentRow) {
      const { 'fees:sandbox': fees = 0, 'held:sandbox': _, pledged: _pledged, ...rest } = await books(payment)
      const funds = rest['provider:sandbox']
      return funds === undefined ? rest : { ...rest, 'provider:sandbox': funds + fees }
    },
    truth: async (payment: Pick<PaymentRow, 'id'>) =>
      (await provider.find({ paymentId: payment.id }, AbortSignal.timeout(5000)))!,
    faults: async (faults: Partial<Faults>) => {
      const { status } = await api.send('PUT', '/faults', { body: JSON.stringify(faults) })
      if (status !== 200) throw new Error('The faults were refused.')
    },
    sweep: () => shop.job('payments.sweep'),
    /** Lets time pass, and the sweep look each few seconds, until nothing is left to ask. */
    async quiet(seconds = 120) {
      for (let passed = 0; passed < seconds; passed += 5) {
        shop.clock.forward(5000)
        await shop.job('payments.sweep')
        await handleAll()
      }
    },
    async close() {
      await company.close()
      await shop.close()
    },
  }
}

/** NOTE: ports are filled when the app is put together; a test comes later. */
function fillLate<T>(shop: Shop, target: Port<T>, values: T[]): void {
  const { ports } = shop.app
  shop.app.ports = <U>(asked: Port<U>) =>
    asked.name === target.name ? (values as unknown as U[]) : ports(asked)
}
