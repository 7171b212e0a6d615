/**
 * A small invented app for the tests of this folder: teas, crates and a counter.
 *
 * Its database answers nothing, which is enough to prove what HTTP does. What must
 * hold on PostgreSQL is tested with the modules.
 */
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { createApp, type App } from '#kit/app.ts'
import type { Cache } from '#kit/cache.ts'
import type { Config } from '#kit/config.ts'
import type { Database, Pool } from '#kit/db.ts'
import { edge, type Edge } from '#kit/edge.ts'
import { Ids, event, type LoggedEvent } from '#kit/event.ts'
import { NotFound, StaleVersion, Unauthenticated, failure } from '#kit/failure.ts'
import { by, filters } from '#kit/filter.ts'
import { createLimits } from '#kit/limits.ts'
import { createLog, type Log } from '#kit/log.ts'
import { createMetrics } from '#kit/metrics.ts'
import { defineModule } from '#kit/module.ts'
import { Done, Nothing, command, query, stream, type Operation } from '#kit/operation.ts'
import { pageInput, pageOf } from '#kit/page.ts'
import { patch } from '#kit/patch.ts'
import { anyone, member, owner, policy, system, visitor } from '#kit/policy.ts'
import { fill, type Filling } from '#kit/port.ts'
import { scopes, type ScopeHint } from '#kit/scope.ts'
import { sorts } from '#kit/sort.ts'
import type { Storage } from '#kit/storage.ts'
import type { Tail } from '#kit/tail.ts'
import {
  Custom,
  Flag,
  Id,
  Instant,
  Int,
  List,
  Minor,
  Money,
  Nullable,
  OneOf,
  Slug,
  Text,
  Token,
  Type,
  Variants,
  Version,
  shape,
} from '#kit/types.ts'

export const teaId = (n: number) => `0190a0a0-0000-7000-8000-${String(n).padStart(12, '0')}`

export const Leaf = shape('Leaf', { id: Id, name: Text(40), size: Text(10) })
export const Tea = shape('Tea', {
  id: Id,
  name: Text(80),
  price: Money,
  version: Version,
  leaves: List(Leaf, 10),
})
export const Crate = shape('Crate', { id: Id, kind: OneOf('wood', 'tin') })
const Loose = shape('LooseTea', { kind: Type.Literal('loose'), grams: Int(1, 5000) })
const Bags = shape('BaggedTea', { kind: Type.Literal('bags'), bags: Int(1, 200) })
const Packing = Variants('Packing', 'kind', [Loose, Bags])

export const TeaGone = failure(
  'tea.gone',
  409,
  Type.Object({ left: Int(0, 99) }, { additionalProperties: false }),
  ({ left }) => `Only ${left} left.`,
)
export const teasChanged = event('tea.changed', Ids)

const teaFilters = filters('TeaFilter', {
  price: by(Minor, ['gte', 'lte'], { column: 'tea.price', index: 'tea_by_price' }),
  kind: by(OneOf('green', 'black'), ['eq', 'in'], { column: 'tea.kind', index: 'tea_by_kind' }),
})
const teaSorts = sorts(
  'TeaSort',
  { name: { column: 'tea.name', type: 'text' }, price: { column: 'tea.price', type: 'bigint' } },
  { id: 'tea.id', first: 'name' },
)

export interface TeaApp {
  app: App
  /** What operations were given last. */
  seen: { input: unknown; actor: unknown; scope: ScopeHint; origin: string; address: string; traceId: string }
  /** Statements of edges: which loads ran, with how many parents. */
  loads: string[]
  lines: Record<string, unknown>[]
  /** The tea as it is now; `changed` tells those who listen. */
  tea: {
    id: string
    name: string
    price: { amount: number; currency: string }
    version: number
    leaves: { id: string; name: string; size: string }[]
  }
  changed: (ids?: string[]) => void
  /** Thrown by `tea.break` and, when set, by `tea.watch`. */
  trouble: { thrown: unknown; watch: unknown }
  /** Happens once `tea.watch` has read the tea, before its answer leaves. */
  meanwhile: () => void
  listeners: () => number
}

interface Options {
  config?: Partial<Config>
  fills?: Filling[]
  operations?: Operation[]
  edges?: Edge[]
  limits?: Parameters<typeof createLimits>[0]
  pool?: Partial<Pool>
}

export function teaApp(options: Options = {}): TeaApp {
  const listeners = new Set<(event: LoggedEvent) => void>()
  const lines: Record<string, unknown>[] = []
  const shop: TeaApp = {
    seen: { input: null, actor: null, scope: {}, origin: '', address: '', traceId: '' },
    loads: [],
    lines,
    tea: {
      id: teaId(1),
      name: 'Sencha',
      price: { amount: 450, currency: 'EUR' },
      version: 7,
      leaves: [1, 2].map((n) => ({ id: teaId(10 + n), name: `Leaf ${n}`, size: 'big' })),
    },
    changed: (ids = [teaId(1)]) => {
      const told: LoggedEvent = {
        id: teaId(99),
        tx: '1',
        storeId: 'store',
        name: 'tea.changed',
        payload: { ids },
        at: new Date(),
      }
      for (const tell of listeners) tell(told)
    },
    trouble: { thrown: new Error('select secret from kit.vault'), watch: null },
    meanwhile: () => {},
    listeners: () => listeners.size,
    app: null as never,
  }
  const tail: Tail = {
    subscribe: (tell, { names } = {}) => {
      if (!names?.includes('tea.changed')) return () => {} // the app's own
      listeners.add(tell)
      return () => void listeners.delete(tell)
    },
    start: () => {},
    stop: async () => {},
    poke: () => {},
  }
  const module = defineModule({
    name: 'tea',
    operations: [...operationsOf(shop), ...(options.operations ?? [])],
    edges: options.edges ?? edgesOf(shop),
    fills: [
      fill(scopes, 'tea', {
        resolve: (hint) => {
          shop.seen.scope = hint
          return {
            storeId: 'store',
            channelId: 'web',
            marketId: 'eu',
            locale: 'en',
            currency: 'EUR',
            timeZone: 'UTC',
          }
        },
        stores: async () => [],
      }),
      fill(policy, 'tea', {
        identify: async ({ cookieToken, bearerToken }) => {
          if ((bearerToken ?? cookieToken) === 'alice-token')
            return { kind: 'person', sessionId: 's', personId: teaId(50), permissions: new Set<string>() }
          if (bearerToken) throw Unauthenticated({})
          return { kind: 'anonymous' }
        },
      }),
    ],
  })
  shop.app = createApp({
    modules: [module],
    fills: options.fills ?? [],
    config: configOf(options.config),
    log: logInto(lines),
    clock: () => new Date('2026-03-01T12:00:00.000Z'),
    pool: { ...emptyPool(), ...options.pool },
    cache: null as unknown as Cache,
    limits: createLimits(options.limits ?? { scale: options.config?.limitScale ?? 0 }),
    metrics: createMetrics(),
    storage: null as unknown as Storage,
    tail,
  })
  return shop
}

function configOf(given: Partial<Config> = {}): Config {
  return {
    mode: 'demo',
    roles: new Set(['serve'] as const),
    host: '127.0.0.1',
    port: 0,
    tls: null,
    httpPort: null,
    healthPort: null,
    grpcPort: 0,
    dataDir: '/nowhere',
    databaseUrl: null,
    databaseDirectUrl: null,
    databasePoolSize: 1,
    redisUrl: null,
    cacheBytes: 1024 * 1024,
    publicUrl: 'http://shop.example',
    fetchFrom: [],
    webhooksTo: [],
    trustedProxies: [],
    secret: 's'.repeat(32),
    smtpUrl: null,
    mailFrom: 'shop@shop.example',
    logLevel: 'info',
    limitScale: 0,
    custom: {},
    adapters: {},
    ...given,
  }
}

/** The lines as the log writes them: what it holds back is not in them. */
function logInto(lines: Record<string, unknown>[]): Log {
  return createLog({
    level: 'debug',
    write: (line) => {
      const { time: _, msg, ...fields } = JSON.parse(line) as Record<string, unknown>
      lines.push({ ...fields, message: msg })
    },
  })
}

/** No rows; but a key's lock is always free. */
async function answerNothing({ sql }: { sql: string }) {
  return {
    rows: sql.includes('pg_try_advisory_xact_lock') ? [{ locked: true, body_hash: null }] : ([] as never[]),
  } as never
}

export function emptyPool(): Pool {
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () =>
        Object.assign(new DummyDriver(), {
          acquireConnection: async () => ({
            executeQuery: answerNothing,
            streamQuery: async function* () {},
          }),
        }),
    },
  })
  return {
    db,
    pg: { waitingCount: 0, options: { max: 10 } } as never,
    query: async () => [],
    read: async () => [],
    onWait: () => {},
    close: async () => {},
  }
}

function operationsOf(shop: TeaApp): Operation[] {
  const note = (
    input: unknown,
    ctx: { actor: unknown; origin: string; address: string; traceId: string },
  ) => {
    Object.assign(shop.seen, {
      input,
      actor: ctx.actor,
      origin: ctx.origin,
      address: ctx.address,
      traceId: ctx.traceId,
    })
  }
  const get = query({
    id: 'tea.get',
    summary: 'One tea',
    rest: 'GET /teas/:teaId',
    audience: 'shop',
    access: anyone,
    input: Type.Object({ teaId: Id }),
    output: Tea,
    run: async (input, ctx) => {
      note(input, ctx)
      if (input.teaId !== teaId(1)) throw NotFound({})
      return shop.tea
    },
  })
  const list = query({
    id: 'tea.list',
    summary: 'Teas',
    rest: 'GET /teas',
    audience: 'shop',
    access: visitor,
    input: Type.Object({
      ...pageInput,
      sort: Type.Optional(teaSorts.shape),
      filter: Type.Optional(teaFilters.shape),
      ids: Type.Optional(List(Id, 5)),
      organic: Type.Optional(Flag),
      search: Type.Optional(Text(80)),
      slug: Type.Optional(Slug),
    }),
    output: pageOf(Tea),
    run: async (input, ctx) => {
      note(input, ctx)
      return { items: [shop.tea, { ...shop.tea, id: teaId(2), name: 'Gyokuro' }], next: null, total: null }
    },
  })
  const fast = query({
    id: 'tea.fast',
    summary: 'The fast road',
    rest: 'GET /fast/:number',
    audience: 'shop',
    access: anyone,
    maxAgeSeconds: 60,
    input: Type.Object({ number: Int(1, 99) }),
    output: Leaf,
    run: async (input, ctx) => {
      note(input, ctx)
      return { id: teaId(input.number), name: 'run', size: 's' }
    },
    json: async (input) => `{"id":"${teaId(input.number)}","name":"json","size":"s"}`,
  })
  const pack = command({
    id: 'tea.pack',
    summary: 'Pack a tea',
    rest: 'POST /teas/:teaId/packings',
    audience: 'shop',
    access: visitor,
    status: 201,
    input: Type.Object({
      teaId: Id,
      quantity: Int(1, 99),
      note: Type.Optional(Nullable(Text(200))),
      packing: Type.Optional(Packing),
      tags: Type.Optional(List(OneOf('gift', 'fresh'), 5)),
      custom: Type.Optional(Custom),
      at: Type.Optional(Instant),
    }),
    output: Tea,
    failures: [TeaGone],
    run: async (input, ctx) => {
      note(input, ctx)
      if (input.quantity > 50) throw TeaGone({ left: 50 })
      ctx.emit(teasChanged, { ids: [input.teaId] })
      return shop.tea
    },
  })
  const update = command({
    id: 'tea.update',
    summary: 'Change a tea',
    rest: 'PATCH /teas/:teaId',
    audience: 'shop',
    access: member,
    input: Type.Object({
      teaId: Id,
      expectedVersion: Type.Optional(Version),
      ...patch({ name: Text(80), note: Nullable(Text(80)) }),
    }),
    output: Tea,
    run: async (input, ctx) => {
      note(input, ctx)
      if (input.expectedVersion !== undefined && input.expectedVersion !== 7)
        throw StaleVersion({ currentVersion: 7 })
      return { ...shop.tea, version: 8 }
    },
  })
  const remove = command({
    id: 'tea.remove',
    summary: 'Remove a tea',
    rest: 'DELETE /teas/:teaId',
    audience: 'shop',
    access: visitor,
    input: Type.Object({
      teaId: Id,
      reason: Type.Optional(Text(80)),
      expectedVersion: Type.Optional(Version),
    }),
    output: Done,
    run: async (input, ctx) => {
      note(input, ctx)
      return { done: true as const }
    },
  })
  const logIn = command({
    id: 'tea.logIn',
    summary: 'Log in',
    rest: 'POST /log-in',
    audience: 'shop',
    access: visitor,
    session: 'starts',
    status: 201,
    input: Type.Object({ name: Text(40) }),
    output: shape('Session', { token: Token, expiresAt: Nullable(Instant) }),
    run: async ({ name }) => ({
      token: 'alice-token',
      expiresAt: name === 'short' ? '2026-03-02T12:00:00.000Z' : null,
    }),
  })
  const logOut = command({
    id: 'tea.logOut',
    summary: 'Log out',
    rest: 'POST /log-out',
    audience: 'shop',
    access: visitor,
    session: 'ends',
    input: Nothing,
    output: Done,
    run: async () => ({ done: true as const }),
  })
  const broken = query({
    id: 'tea.break',
    summary: 'Always fails',
    rest: 'GET /break',
    audience: 'shop',
    access: anyone,
    input: Nothing,
    output: Done,
    run: async () => {
      throw shop.trouble.thrown
    },
  })
  const watch = stream({
    id: 'tea.watch',
    summary: 'Watch a tea',
    rest: 'GET /teas/:teaId/changes',
    audience: 'shop',
    access: owner(async () => {
      if (shop.trouble.watch) throw shop.trouble.watch
    }),
    input: Type.Object({ teaId: Id }),
    output: Tea,
    events: [teasChanged],
    topic: ({ teaId: id }) => id,
    run: async (input, ctx) => {
      note(input, ctx)
      const read = structuredClone(shop.tea)
      shop.meanwhile()
      return read
    },
  })
  const inside = query({
    id: 'tea.inside',
    summary: 'For the store itself',
    rest: 'GET /inside',
    audience: 'system',
    access: system,
    input: Nothing,
    output: Done,
    run: async () => ({ done: true as const }),
  })
  return [get, list, fast, pack, update, remove, logIn, logOut, broken, watch, inside] as Operation[]
}

function edgesOf(shop: TeaApp): Edge[] {
  const loading = (name: string, found: (id: string) => unknown): Edge['load'] => {
    return async (parents) => {
      shop.loads.push(`${name} x${parents.length}`)
      return new Map(parents.map(({ id }) => [id, found(id)]))
    }
  }
  const crate = (id: string) => ({ id: teaId(200 + Number(id.slice(-3))), kind: 'tin' })
  return [
    edge({
      from: 'Tea',
      name: 'crates',
      to: Crate,
      many: true,
      access: anyone,
      cost: 2,
      limit: 2,
      load: loading('crates', (id) => [crate(id), crate(id), crate(id)]),
    }),
    edge({
      from: 'Leaf',
      name: 'crate',
      to: Crate,
      many: false,
      access: anyone,
      cost: 1,
      load: loading('crate', crate),
    }),
    edge({
      from: 'Crate',
      name: 'tea',
      to: Tea,
      many: false,
      access: anyone,
      cost: 1,
      load: loading('tea', (id) => ({ ...shop.tea, id })),
    }),
    edge({
      from: 'Tea',
      name: 'secret',
      to: Crate,
      many: false,
      access: member,
      cost: 1,
      load: loading('secret', crate),
    }),
  ]
}
