import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMetrics } from './metrics.ts'

const valueOf = (text: string, series: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${series} `))
    ?.slice(series.length + 1)

test('operations are counted by outcome, timed in cumulative buckets, with their statements', async () => {
  const metrics = createMetrics()
  metrics.operation('notes.add', 'ok', 3, 4)
  metrics.operation('notes.add', 'ok', 30, 4)
  metrics.operation('notes.add', 'notes.full_board', 60_000, 2)
  const text = await metrics.text()
  assert.equal(valueOf(text, 'quayside_operations_total{operation="notes.add",outcome="ok"}'), '2')
  assert.equal(
    valueOf(text, 'quayside_operations_total{operation="notes.add",outcome="notes.full_board"}'),
    '1',
  )
  assert.equal(valueOf(text, 'quayside_statements_total{operation="notes.add"}'), '10')
  const bucket = (le: string) =>
    valueOf(text, `quayside_operation_seconds_bucket{le="${le}",operation="notes.add"}`)
  assert.deepEqual(
    [bucket('0.0025'), bucket('0.005'), bucket('0.05'), bucket('20'), bucket('+Inf')],
    ['0', '1', '2', '2', '3'],
  )
  assert.equal(valueOf(text, 'quayside_operation_seconds_count{operation="notes.add"}'), '3')
})

test('counters rise by label, and a label cannot break out of its quotes', async () => {
  const metrics = createMetrics()
  metrics.count('quayside_mails_total', { kind: 'welcome' })
  metrics.count('quayside_mails_total', { kind: 'welcome' }, 2)
  metrics.count('quayside_mails_total', { kind: 'a"b\\c\nd' })
  const text = await metrics.text()
  assert.equal(valueOf(text, 'quayside_mails_total{kind="welcome"}'), '3')
  assert.ok(text.includes('quayside_mails_total{kind="a\\"b\\\\c\\nd"} 1'))
})

test('a gauge that cannot be read is left out; the others and the process’s own figures are there', async () => {
  const metrics = createMetrics()
  metrics.gauge('quayside_jobs_waiting', 'Jobs', () => Promise.reject(new Error('the database is away')))
  metrics.gauge('quayside_pool_size', 'Connections', async () => 8)
  const text = await metrics.text()
  assert.ok(!text.includes('quayside_jobs_waiting'))
  assert.equal(valueOf(text, 'quayside_pool_size'), '8')
  assert.match(text, /^process_resident_memory_bytes \d+/m)
})

test('every line is one Prometheus can read', async () => {
  const metrics = createMetrics()
  metrics.operation('notes.add', 'ok', 1.5, 4)
  metrics.count('quayside_mails_total', { kind: 'x' })
  metrics.gauge('quayside_pool_size', 'Connections', () => 1)
  for (const line of (await metrics.text()).split('\n').filter(Boolean)) {
    assert.match(
      line,
      /^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="(\\.|[^"\\])*"(,\w+="(\\.|[^"\\])*")*\})? (-?\d[\d.e+-]*|\+Inf|Nan))$/i,
    )
  }
})

test('what is declared is there before it happened; timings have buckets; figures have labels', async () => {
  const metrics = createMetrics()
  metrics.declare('quayside_things_total', 'Things.')
  metrics.timing('quayside_wait_seconds', 'Waiting.')(30)
  metrics.figures('quayside_states', 'By state.', async () => [{ labels: { state: 'open' }, value: 3 }])
  const text = await metrics.text()
  assert.match(text, /# HELP quayside_things_total Things\.\n# TYPE quayside_things_total counter\n/)
  assert.equal(valueOf(text, 'quayside_wait_seconds_bucket{le="0.025"}'), '0')
  assert.equal(valueOf(text, 'quayside_wait_seconds_bucket{le="0.05"}'), '1')
  assert.equal(valueOf(text, 'quayside_states{state="open"}'), '3')
})

test('a label that is no closed list does not fill the memory: the rest is counted without it', async () => {
  const metrics = createMetrics()
  for (let i = 0; i < 1_000; i++) metrics.count('quayside_ids_total', { id: `${i}` })
  const text = await metrics.text()
  assert.equal(text.match(/^quayside_ids_total/gm)!.length, 201)
  assert.equal(valueOf(text, 'quayside_ids_total'), '800')
})
