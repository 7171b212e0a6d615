/**
 * G4, G5, G6: at least 25 `kill -9` in 60 s over server, worker and PostgreSQL, under checkout load, while the payment
 * company fails before the effect, after it and in silence, and sends its webhooks up to four times, late and in any order.
 *
 * Afterwards: every acknowledged order is there, all money at the company is in the books once, queues drain by
 * themselves, every invariant holds, and no process ended because another went away.
 * How long each recovery took is told, not judged: a test that shares its machine measures the machine.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, test } from 'node:test'
import pg from 'pg'
import { openCluster, type Cluster } from '../../adapters/embedded-postgres/cluster.ts'
import { sandboxProvider } from '../../adapters/sandbox/provider.ts'
import { pick, randomFrom } from '../random.ts'
import { shopUntilOver, type Acknowledged, type World } from './buyer.ts'
import { keep, type Keeper } from './processes.ts'

const SECONDS = Number(process.env['PROOF_CRASH_SECONDS'] ?? 60)
const KILLS = Math.ceil((SECONDS * 25) / 60)
const BUYERS = 6
/** The promise is 60 s on a machine of its own; what was measured is told. */
const DRAIN_WITHIN_MS = 120_000
const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const random = randomFrom(seed)

const folder = mkdtempSync(join(tmpdir(), 'quayside-crash-'))
chmodSync(folder, 0o755) // started as root, the database runs as another account and must reach it
const [port, sandboxPort] = [await freePort(), await freePort()]
const origin = `http://127.0.0.1:${port}`
const sandbox = {
  origin: `http://127.0.0.1:${sandboxPort}/sandbox`,
  secretKey: 'sk_sandbox_crash',
  webhookSecret: `whsec_${Buffer.from('a secret of the crash run').toString('base64')}`,
}

let cluster: Cluster
const keepers: Keeper[] = []
after(async () => {
  for (const keeper of keepers.toReversed()) await keeper.stop()
  await cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test(
  `${SECONDS} s, ${KILLS} kills: nothing lost, nothing doubled (seed ${seed})`,
  { timeout: 290_000 },
  async (t) => {
    cluster = await openCluster({ dataDir: join(folder, 'postgres') })
    const env = {
      DATABASE_URL: cluster.url,
      DATA_DIR: join(folder, 'data'),
      PORT: String(port),
      GRPC_PORT: '0',
      LIMIT_SCALE: '0',
      LOG_LEVEL: 'warn',
      SANDBOX_URL: sandbox.origin,
      SANDBOX_SECRET_KEY: sandbox.secretKey,
      SANDBOX_WEBHOOK_SECRET: sandbox.webhookSecret,
      SECRET: 'the crash run has a secret of its own',
    }
    const company = keep(
      'company',
      [
        'adapters/sandbox/company/main.ts',
        '--port',
        String(sandboxPort),
        '--book',
        join(folder, 'company'),
        '--secret-key',
        sandbox.secretKey,
        '--webhook-secret',
        sandbox.webhookSecret,
        '--faults',
        JSON.stringify({ seed, before: 0.1, after: 0.1, silence: 0.1, copies: 4, lateSeconds: 3 }),
      ],
      {},
      join(folder, 'company.log'),
    )
    const server = keep(
      'server',
      ['main.ts'],
      { ...env, QUAYSIDE_ROLES: 'migrate,serve' },
      join(folder, 'server.log'),
    )
    keepers.push(company, server)
    await good(`${origin}/readyz`, 60_000)
    const worker = keep('worker', ['main.ts'], { ...env, QUAYSIDE_ROLES: 'work' }, join(folder, 'worker.log'))
    keepers.push(worker)

    const seen: Acknowledged = { orders: new Set(), paid: new Set(), refusals: new Map(), serverErrors: [] }
    const world: World = { origin, ...(await stock(env)), until: Date.now() + SECONDS * 1000, random, seen }
    const buyers = Array.from({ length: BUYERS }, () => shopUntilOver(world))
    const recoveries = await killAtRandom(world, [server, worker])
    await Promise.all(buyers)

    const drainedAfter = await drained(seen)
    const report = await tell(seen, recoveries, drainedAfter)
    t.diagnostic(report)

    assert.deepEqual(seen.serverErrors, [], 'no answer was a 500')
    assert.ok(seen.paid.size > 0, 'somebody paid')
    assert.deepEqual(
      [server.selfExits, worker.selfExits, company.selfExits],
      [0, 0, 0],
      'no process ended by itself',
    )
    await nothingLost(seen)
    await booksAgree()
    const invariants = await quayside<Invariants>(env, 'system.invariants')
    assert.deepEqual(
      invariants.items.filter((item) => !item.holds),
      [],
    )
  },
)

async function killAtRandom(world: World, targets: Keeper[]): Promise<number[]> {
  const recoveries: number[] = []
  const pause = (SECONDS * 1000) / (KILLS + 1)
  for (let kill = 0; kill < KILLS; kill++) {
    const due = world.until - SECONDS * 1000 + pause * (kill + 1)
    await sleep(Math.max(0, due - Date.now()))
    const target = pick(['server', 'worker', 'postgres'], random)
    const began = Date.now()
    if (target === 'postgres') killPostgres()
    else targets.find(({ name }) => name === target)!.kill()
    await good(`${origin}/readyz`, 30_000) // lists are answered from memory, also while PostgreSQL is away
    recoveries.push(Date.now() - began)
  }
  return recoveries
}

/** The watcher that brings it back is in this process. */
function killPostgres(): void {
  process.kill(cluster.pid, 'SIGKILL')
}

async function good(url: string, within: number): Promise<void> {
  const end = Date.now() + within
  while (Date.now() < end) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error(`${url} did not answer within ${within} ms.`)
}

/**
 * Plenty of everything, so that the run is about money; a few variants, so that rows are fought over. Beside goods a
 * bundle of two of them, a program with a licence key for each piece, and an offer that counts how often it was used.
 */
async function stock(env: Env): Promise<Pick<World, 'variants' | 'bundle' | 'methodId'>> {
  const { variants, categoryId, methodId } = await query(async (client) => {
    const { rows } = await client.query<{ id: string; item_id: string; tax_category_id: string }>(
      `select v.id, vi.item_id, p.tax_category_id from catalog.variant v join catalog.product p on p.id = v.product_id
       join inventory.variant_item vi on vi.variant_id = v.id order by v.sku limit 6`,
    )
    for (const { item_id: item } of rows) {
      await client.query(
        `with moved as (insert into inventory.movement (id, store_id, item_id, location_id, delta, reason, actor, cause, trace_id, at)
        select gen_random_uuid(), store_id, item_id, location_id, 100000, 'received', 'test', 'crash run', 'crash', now() from inventory.level where item_id = $1)
        update inventory.level set on_hand = on_hand + 100000 where item_id = $1`,
        [item],
      )
    }
    const methods = await client.query<{ id: string }>(
      `select m.id from delivery.method m join delivery.zone z on z.id = m.zone_id where 'DE' = any(z.countries) order by m.position limit 1`,
    )
    return {
      variants: rows.map((row) => row.id),
      categoryId: rows[0]!.tax_category_id,
      methodId: methods.rows[0]!.id,
    }
  })
  const sell = async (name: string, shippable: boolean) => {
    const made = await quayside<{ id: string; variants: { id: string }[] }>(env, 'catalog.products.create', {
      taxCategoryId: categoryId,
      shippable,
      texts: [{ locale: 'en', name }],
      variants: [{ sku: name.toUpperCase() }],
    })
    const variantId = made.variants[0]!.id
    await quayside(env, 'pricing.prices.set', {
      prices: [{ variantId, price: { amount: 1500, currency: 'EUR' } }],
    })
    await quayside(env, 'catalog.products.publish', { productId: made.id })
    return variantId
  }
  const [bundle, program] = await Promise.all([
    sell('Pair', true),
    sell('Program', false),
    quayside(env, 'promotions.create', {
      kind: 'percentage',
      basisPoints: 1000,
      names: [{ locale: 'en', name: 'Storm' }],
      usageLimit: 100_000,
    }),
  ])
  const parts = variants.slice(0, 2).map((variantId) => ({ variantId, quantity: 1 }))
  const keys = Array.from({ length: 1000 }, (_, nth) => `key-${nth}`)
  await quayside(env, 'catalog.bundles.set', { variantId: bundle, price: 'own', parts, groups: [] })
  await quayside(env, 'fulfilment.digital.set', { variantId: program, keys: 'sold_out' })
  await quayside(env, 'fulfilment.keys.add', { variantId: program, keys })
  return { variants: [...variants, program], bundle, methodId }
}

const OPEN_WORK = `
  select 'events' as what, count(*)::int as open from kit.event e where (e.tx, e.id) > (select c.tx, c.event_id from kit.cursor c where c.name = 'dispatcher')
  union all select 'jobs', count(*)::int from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts and key is null
  union all select 'dead jobs', count(*)::int from graphile_worker._private_jobs where attempts >= max_attempts
  union all select 'inbox', count(*)::int from payments.inbox where state in ('received', 'parked')
  union all select 'unknown payments', count(*)::int from payments.payment where unknown_since is not null or state = 'processing'
  union all select 'refunds', count(*)::int from payments.refund where state in ('approved', 'sent')
  union all select 'mails', count(*)::int from messages.message where state = 'queued'`

/** All queues are empty, and every payment that was made is known here. Answers how long that took. */
async function drained(seen: Acknowledged): Promise<number> {
  const began = Date.now()
  for (;;) {
    const open = await query(async (client) => {
      const { rows } = await client.query<{ what: string; open: number }>(OPEN_WORK)
      const unpaid = await client.query<{ n: number }>(
        `select count(*)::int as n from orders.order where id = any($1) and state = 'pending'`,
        [[...seen.paid]],
      )
      return [...rows, { what: 'paid orders still pending', open: unpaid.rows[0]!.n }].filter(
        (row) => row.open > 0,
      )
    })
    if (open.length === 0) return Date.now() - began
    if (Date.now() - began > DRAIN_WITHIN_MS)
      throw new Error(`Not drained after ${DRAIN_WITHIN_MS} ms: ${JSON.stringify(open)} ${await stuck()}`)
    await sleep(250)
  }
}

/** What hangs, for whoever reads the failure. */
async function stuck(): Promise<string> {
  return query(async (client) => {
    const payments = await client.query(
      `select id, state, provider_reference, unknown_since, ask_at, asked, now() as now from payments.payment where unknown_since is not null or state = 'processing' limit 5`,
    )
    const jobs = await client.query(
      `select task_id, payload, attempts, run_at, locked_by, left(last_error, 300) as error from graphile_worker._private_jobs order by run_at limit 5`,
    )
    return JSON.stringify({ payments: payments.rows, jobs: jobs.rows })
  })
}

async function nothingLost(seen: Acknowledged): Promise<void> {
  await query(async (client) => {
    const orders = await client.query<{ id: string; state: string }>(
      'select id, state from orders.order where id = any($1)',
      [[...seen.orders]],
    )
    assert.equal(orders.rows.length, seen.orders.size, 'every acknowledged order is there')
    const paid = orders.rows.filter((row) => seen.paid.has(row.id))
    assert.deepEqual(
      paid.filter((row) => !['confirmed', 'completed'].includes(row.state)),
      [],
      'every paid order is confirmed',
    )
    const twice =
      await client.query(`select payable_id, sum(captured_amount - refunded_amount) as kept, o.total_amount from payments.payment p join orders.order o on o.id = p.payable_id
      group by payable_id, o.total_amount having sum(captured_amount - refunded_amount) > o.total_amount`)
    assert.deepEqual(twice.rows, [], 'nobody paid twice')
    const mails =
      await client.query(`select o.id from orders.order o where o.state in ('confirmed', 'completed') and
      (select count(*) from messages.mailbox b join messages.message m on m.id = b.id where m.subject_id = o.id and m.template like '%onfirm%') <> 1`)
    assert.deepEqual(mails.rows, [], 'each confirmed order has one confirmation')
    const licences = await client.query<{ sold: number; given: number; orders: number }>(
      `select coalesce(sum(l.quantity), 0)::int as sold, coalesce(sum(k.given), 0)::int as given,
         count(*) filter (where l.quantity <> k.given)::int as orders
       from orders.line l join orders.order o on o.id = l.order_id and o.state in ('confirmed', 'completed')
       join fulfilment.digital d on d.variant_id = l.variant_id
       cross join lateral (select count(*)::int as given from fulfilment.licence_key k where k.order_line_id = l.id) k`,
    )
    const [{ sold, given, orders: wrong }] = licences.rows as [
      { sold: number; given: number; orders: number },
    ]
    assert.ok(sold > 0 || seen.paid.size < 20, 'licences were sold')
    assert.deepEqual([given, wrong], [sold, 0], 'each licence that was paid has its own key')
  })
}

/** Every payment at the company is ours with the same sums, and the other way round. */
async function booksAgree(): Promise<void> {
  const provider = sandboxProvider({
    origin: sandbox.origin,
    secretKey: sandbox.secretKey,
    webhookSecrets: [sandbox.webhookSecret],
  })
  await fetch(`${sandbox.origin}/api/faults`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${sandbox.secretKey}`,
      'content-type': 'application/json',
      'idempotency-key': 'calm',
    },
    body: '{}',
  })
  const theirs = new Map<string, number>()
  for await (const payment of provider.list(new Date(0), AbortSignal.timeout(30_000)))
    theirs.set(payment.paymentId, payment.captured - payment.refunded)
  const ours = await query((client) =>
    client.query<{ id: string; kept: number }>(
      'select id, (captured_amount - refunded_amount)::float8 as kept from payments.payment where captured_amount > 0',
    ),
  )
  for (const { id, kept } of ours.rows) assert.equal(theirs.get(id), kept, `payment ${id}`)
  const known = new Set(ours.rows.map((row) => row.id))
  assert.deepEqual(
    [...theirs].filter(([id, kept]) => kept > 0 && !known.has(id)),
    [],
    'the company holds no money that the store does not know of',
  )
}

async function query<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: cluster.url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

interface Invariants {
  items: { id: string; holds: boolean; rows: string[] }[]
}

type Env = Record<string, string>

function quayside<Answer>(env: Env, operation: string, input: object = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['cli.ts', operation, JSON.stringify(input)], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env['PATH'] ?? '', ...env },
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk))
    child.once('exit', (code) => {
      try {
        assert.equal(code, 0, `${operation} answers ${said.slice(0, 500)}`)
        resolve(JSON.parse(said) as Answer)
      } catch (error) {
        reject(error as Error)
      }
    })
  })
}

async function tell(seen: Acknowledged, recoveries: number[], drainedAfter: number): Promise<string> {
  const refused = [...seen.refusals].map(([code, n]) => `${code} ${n}`).join(', ') || 'none'
  return `${seen.orders.size} orders acknowledged, ${seen.paid.size} paid, refusals: ${refused}; recovery median ${percentile(recoveries, 0.5)} ms, 95 % ${percentile(recoveries, 0.95)} ms, worst ${Math.max(...recoveries)} ms; drained after ${drainedAfter} ms`
}

function percentile(values: number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    })
  })
}
