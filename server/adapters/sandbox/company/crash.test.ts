/** The company as its own process, killed without warning: nothing it acknowledged may be missing afterwards. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { payOnSandbox } from '../buyer.ts'
import { merchantOf, orderFor } from '../merchant.ts'
import { SECRET_KEY, standEar, WEBHOOK_SECRET } from '../standing.ts'

const MAIN = new URL('./main.ts', import.meta.url).pathname
const BUYERS = 8

async function start(book: string, port: string): Promise<{ child: ChildProcess; origin: string }> {
  const secrets = ['--secret-key', SECRET_KEY, '--webhook-secret', WEBHOOK_SECRET]
  const child = spawn(process.execPath, [MAIN, '--port', port, '--book', book, ...secrets], {
    stdio: ['ignore', 'pipe', 'ignore'], // it complains of every webhook the closed shop does not take
  })
  for await (const line of createInterface({ input: child.stdout! }))
    return { child, origin: (JSON.parse(line) as { origin: string }).origin }
  throw new Error('The company ended before it was ready.')
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

test('kill -9 in the middle of trade loses nothing acknowledged', { timeout: 60_000 }, async (t) => {
  const book = mkdtempSync(join(tmpdir(), 'sandbox-crash-'))
  let shopIsOpen = false
  const ear = await standEar(() => (shopIsOpen ? 204 : 503))
  let { child, origin } = await start(book, '0')
  const port = new URL(origin).port
  t.after(async () => {
    if (child.exitCode === null && child.signalCode === null) await kill(child, 'SIGKILL')
    await ear.close()
    rmSync(book, { recursive: true, force: true })
  })

  const acknowledged = { opened: new Set<string>(), paid: new Set<string>(), refunded: new Set<string>() }
  for (let round = 1; round <= 3; round++) {
    const merchant = merchantOf(origin)
    let isAlive = true
    const trade = async (buyer: number) => {
      for (let n = 0; isAlive; n++) {
        const reference = `${round}-${buyer}-${n}`
        const payment = await merchant.open(orderFor(ear.url, { reference }))
        acknowledged.opened.add(reference)
        await payOnSandbox(payment.url)
        acknowledged.paid.add(reference)
        const path = `/payments/${payment.id}/refunds`
        const refund = await merchant.post(path, { amount: 50, reference: `r-${reference}` })
        assert.equal(refund.status, 201)
        acknowledged.refunded.add(reference)
      }
    }
    const buyers = Promise.allSettled(Array.from({ length: BUYERS }, (_, buyer) => trade(buyer)))
    while (acknowledged.refunded.size < round * BUYERS) await pause(10) // by what was done: a busy machine takes its time
    await pause(round * 23)
    await kill(child, 'SIGKILL')
    isAlive = false
    await buyers
    ;({ child, origin } = await start(book, port))
  }

  assert.ok(acknowledged.refunded.size >= 3 * BUYERS, `only ${acknowledged.refunded.size} went all the way`)
  const merchant = merchantOf(origin)
  for (const reference of acknowledged.opened) {
    const payment = await merchant.byReference(reference)
    assert.ok(payment, `${reference} was acknowledged and is gone`)
    if (acknowledged.paid.has(reference)) assert.equal(payment.captured, 4850, `${reference} was paid`)
    if (acknowledged.refunded.has(reference)) assert.equal(payment.refunded, 50, `${reference} was refunded`)
  }

  shopIsOpen = true
  const end = Date.now() + 35_000 // the longest wait between two tries, and a little
  while ((await merchant.deliveries()).queued > 0 && Date.now() < end) await pause(200)
  const told = new Set(ear.heard.map(({ event }) => `${event.type} ${event.data['payment']!['reference']}`))
  for (const reference of acknowledged.paid)
    assert.ok(told.has(`payment.captured ${reference}`), `the shop never heard that ${reference} was paid`)
  for (const reference of acknowledged.refunded)
    assert.ok(told.has(`refund.succeeded ${reference}`), `the shop never heard of the refund of ${reference}`)
})

test('asked to end, it ends by itself and at once', { timeout: 20_000 }, async (t) => {
  const book = mkdtempSync(join(tmpdir(), 'sandbox-end-'))
  t.after(() => rmSync(book, { recursive: true, force: true }))
  const { child } = await start(book, '0')
  await kill(child, 'SIGTERM')
  assert.equal(child.exitCode, 0)
})
