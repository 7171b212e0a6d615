/** A purchase shows in the business metrics, and whatever the dashboard and the alerts ask for exists on /metrics. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createDispatcher } from '#kit/dispatcher.ts'
import { startWorker } from '#kit/worker.ts'
import { openShop } from '#testing/shop.ts'
import { place } from '../../modules/orders/place.ts'
import { cartToPlace } from '../samples/shop.ts'
import { paidOrder } from '../samples/staff.ts'

const deploy = join(import.meta.dirname, '../../../deploy')
const shop = await openShop()
const worker = await startWorker(shop.app)
const dispatcher = createDispatcher(shop.app)
after(async () => {
  await dispatcher.stop()
  await worker.stop()
  await shop.close()
})

const scraped = () => shop.app.metrics.text()
const valueOf = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1),
  )

test('an order that is paid is counted once: placed, confirmed, its total, its payment, its mail', async () => {
  await paidOrder(shop, shop.alice)
  const text = await scraped()
  assert.equal(valueOf(text, 'quayside_orders_placed_total{currency="EUR"}'), 1)
  assert.equal(valueOf(text, 'quayside_orders_confirmed_total{currency="EUR"}'), 1)
  const { rows } = await shop.app.pool.pg.query('select total_amount from orders.order')
  assert.equal(valueOf(text, 'quayside_revenue_minor_total{currency="EUR"}'), rows[0].total_amount)
  assert.equal(valueOf(text, 'quayside_payments_total{provider="sandbox",state="created"}'), 1)
  assert.equal(valueOf(text, 'quayside_payments_total{provider="sandbox",state="captured"}'), 1)
  assert.ok(valueOf(text, 'quayside_mails_total{outcome="sent"}') >= 1)
  assert.ok(valueOf(text, 'quayside_pool_wait_seconds_count') > 10)
  assert.equal(valueOf(text, 'quayside_pool_size'), 10)
})

test('an order refused for want of stock is counted, and nothing else of it', async () => {
  const before = valueOf(await scraped(), 'quayside_orders_placed_total{currency="EUR"}')
  const cartId = await cartToPlace(shop, shop.alice)
  await shop.app.pool.pg.query('update inventory.level set on_hand = reserved')
  await assert.rejects(
    shop.alice.call(
      place,
      { cartId, paymentMethod: 'sandbox', returnUrl: '/checkout/return', cancelUrl: '/checkout' },
      { key: 'no-stock' },
    ),
  )
  const text = await scraped()
  assert.equal(valueOf(text, 'quayside_stock_outs_total'), 1)
  assert.equal(valueOf(text, 'quayside_orders_placed_total{currency="EUR"}'), before)
})

/** `quayside_…` and the process’s own names in an expression, without what a histogram adds. */
function metricsIn(text: string): string[] {
  const names = text.match(/\b(quayside|process|nodejs)_[a-z0-9_]+/g) ?? []
  return [...new Set(names)]
}

function isThere(text: string, name: string): boolean {
  const base = name.replace(/_(bucket|sum|count)$/, '')
  return text.includes(`# TYPE ${name} `) || text.includes(`# TYPE ${base} histogram`)
}

test('every metric that the dashboard and the alerts name is on /metrics', async () => {
  const dashboard = JSON.parse(readFileSync(join(deploy, 'grafana/quayside.json'), 'utf8')) as {
    panels: { title: string; targets: { expr: string }[] }[]
  }
  const rules = readFileSync(join(deploy, 'prometheus/alerts.yml'), 'utf8')
  const alerts = [...rules.matchAll(/- alert: (\w+)\n +expr: (.+)\n/g)].map(([, alert, expr]) => ({
    alert,
    expr,
  }))
  assert.ok(alerts.length >= 10 && alerts.length === rules.match(/- alert:/g)!.length, 'every rule was read')
  const asked = [
    ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ at: title, expr }))),
    ...alerts.map(({ alert, expr }) => ({ at: alert!, expr: expr! })),
  ]
  const text = await scraped()
  const missing = asked.flatMap(({ at, expr }) =>
    metricsIn(expr)
      .filter((name) => !isThere(text, name))
      .map((name) => `${at}: ${name}`),
  )
  assert.deepEqual(missing, [])
  assert.ok(!isThere(text, 'quayside_never_heard_of'), 'a name that is not there is seen')
  for (const { at, expr } of asked) assert.ok(metricsIn(expr).length > 0 || expr.startsWith('up{'), at)
})

test('labels are words from closed lists: no id, no address, no name', async () => {
  for (const line of (await scraped()).split('\n').filter((each) => each.startsWith('quayside_')))
    assert.doesNotMatch(line, /[0-9a-f]{8}-[0-9a-f]{4}-|@/, line)
})
