/**
 * What the process counts about itself, as text for Prometheus.
 *
 * Counting is plain arithmetic in this file, because it happens in every request;
 * prom-client adds the process's own figures and is loaded at the first scrape.
 */
export interface Metrics {
  operation(id: string, outcome: string, ms: number, statements: number): void
  /** A counter that only rises. Labels must come from a closed list. */
  count(name: string, labels?: Record<string, string>, by?: number): void
  /** A figure read at each scrape. Give a name once. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  text(): Promise<string>
}

/** Upper bounds in seconds: a read from memory up to the deadline of a command. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20]

interface Timing {
  buckets: number[]
  sum: number
  count: number
  statements: number
  outcomes: Map<string, number>
}

export function createMetrics(): Metrics {
  const operations = new Map<string, Timing>()
  const counters = new Map<string, Map<string, number>>()
  const gauges = new Map<string, { help: string; read: () => number | Promise<number> }>()
  let processFigures: Promise<() => Promise<string>> | undefined

  function timingOf(id: string): Timing {
    let timing = operations.get(id)
    if (!timing) {
      timing = { buckets: BOUNDS.map(() => 0), sum: 0, count: 0, statements: 0, outcomes: new Map() }
      operations.set(id, timing)
    }
    return timing
  }

  return {
    operation(id, outcome, ms, statements) {
      const timing = timingOf(id)
      const seconds = ms / 1000
      const slot = BOUNDS.findIndex((bound) => seconds <= bound)
      if (slot >= 0) timing.buckets[slot]!++
      timing.sum += seconds
      timing.count++
      timing.statements += statements
      timing.outcomes.set(outcome, (timing.outcomes.get(outcome) ?? 0) + 1)
    },
    count(name, labels = {}, by = 1) {
      const series = counters.get(name) ?? new Map<string, number>()
      counters.set(name, series)
      const key = labelText(labels)
      series.set(key, (series.get(key) ?? 0) + by)
    },
    gauge: (name, help, read) => void gauges.set(name, { help, read }),
    async text() {
      processFigures ??= loadProcessFigures()
      const lines = [...operationLines(operations), ...counterLines(counters), ...(await gaugeLines(gauges))]
      return `${lines.join('\n')}\n${await (await processFigures)()}`
    },
  }
}

async function loadProcessFigures(): Promise<() => Promise<string>> {
  const { Registry, collectDefaultMetrics } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return () => registry.metrics()
}

function operationLines(operations: Map<string, Timing>): string[] {
  const outcomes = header(
    'quayside_operations_total',
    'counter',
    'Operations by outcome: ok or the code of the failure.',
  )
  const seconds = header('quayside_operation_seconds', 'histogram', 'Time inside an operation, in seconds.')
  const statements = header(
    'quayside_statements_total',
    'counter',
    'SQL statements sent, begin and commit included.',
  )
  for (const [operation, timing] of operations) {
    for (const [outcome, count] of timing.outcomes)
      outcomes.push(line('quayside_operations_total', { operation, outcome }, count))
    let below = 0
    for (const [slot, bound] of BOUNDS.entries()) {
      below += timing.buckets[slot]!
      seconds.push(line('quayside_operation_seconds_bucket', { le: String(bound), operation }, below))
    }
    seconds.push(
      line('quayside_operation_seconds_bucket', { le: '+Inf', operation }, timing.count),
      line('quayside_operation_seconds_sum', { operation }, timing.sum),
      line('quayside_operation_seconds_count', { operation }, timing.count),
    )
    statements.push(line('quayside_statements_total', { operation }, timing.statements))
  }
  return [...outcomes, ...seconds, ...statements]
}

function counterLines(counters: Map<string, Map<string, number>>): string[] {
  return [...counters].flatMap(([name, series]) => [
    `# TYPE ${name} counter`,
    ...[...series].map(([labels, value]) => `${name}${labels} ${value}`),
  ])
}

/** A gauge that cannot be read (the database is away) is left out rather than failing the scrape. */
async function gaugeLines(
  gauges: Map<string, { help: string; read: () => number | Promise<number> }>,
): Promise<string[]> {
  const read = await Promise.all(
    [...gauges].map(async ([name, gauge]) => {
      try {
        return [...header(name, 'gauge', gauge.help), line(name, {}, await gauge.read())]
      } catch {
        return []
      }
    }),
  )
  return read.flat()
}

function header(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function line(name: string, labels: Record<string, string>, value: number): string {
  return `${name}${labelText(labels)} ${value}`
}

function labelText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(
    ([key, value]) => `${key}="${value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`,
  )
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}
