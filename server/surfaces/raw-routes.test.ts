/** A webhook is counted like an operation: its statements stand in the metrics and in the line of the log. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createLog } from '#kit/log.ts'
import { openPayDesk } from '../testing/pay-desk.ts'
import { createHttp } from './http.ts'

const desk = await openPayDesk()
const lines: Record<string, unknown>[] = []
desk.shop.app.log = createLog({
  level: 'info',
  write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
})
const http = await createHttp(desk.shop.app)
after(async () => {
  await http.close()
  await desk.close()
})

const told = (of: { headers: Record<string, string>; body: Buffer }) =>
  http.inject({
    method: 'POST',
    url: '/webhooks/sandbox',
    headers: { 'content-type': 'application/json', ...of.headers },
    payload: of.body,
  })

test('statements of a webhook are in the metrics and in the log', async () => {
  const payment = await desk.open()
  await desk.pay(payment)
  assert.equal((await told(await desk.about(payment))).statusCode, 200)
  assert.equal((await told(await desk.about(payment, { forged: true }))).statusCode, 400)
  const text = await desk.shop.app.metrics.text()
  const counted = /quayside_statements_total\{operation="POST \/webhooks\/:provider"\} (\d+)/.exec(text)
  assert.equal(Number(counted?.[1]), 4, 'begin, the row, its event, commit; a forged one asks nothing')
  assert.match(text, /operation="POST \/webhooks\/:provider",outcome="payments\.webhook_refused"\} 1/)
  const requests = lines.filter((line) => line['route'] === '/webhooks/:provider')
  assert.deepEqual(
    requests.map(({ status, statements }) => [status, statements]),
    [
      [200, 4],
      [400, 0],
    ],
  )
})
