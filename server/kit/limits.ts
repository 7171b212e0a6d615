/**
 * Rate limits: token buckets in memory, one per class and caller.
 *
 * A bucket holds `burst` tokens and gains `perSecond`; a request takes one. A key's are larger, by its plan. Each
 * process counts alone. Attempts that must outlive a restart (log-in) are counted
 * in `kit.bucket` by `takeDurable`.
 */
import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import { TooMany } from './failure.ts'

export interface LimitClass {
  burst: number
  perSecond: number
}

export interface LimitState {
  limit: number
  remaining: number
  /** Until the bucket is full again. */
  resetSeconds: number
}

export interface Limits {
  /** Throws TooMany when the caller's bucket is empty. */
  take(limit: string, who: string, now: Date, plan?: string): void | Promise<void>
  state(limit: string, who: string, now: Date, plan?: string): LimitState
}

/** How many times the usual a key has of reading and writing in general. What guards against guessing grows by no plan. */
export const LIMIT_PLANS = { standard: 2, large: 10 }
const GENERAL = /^(shop|staff)\.(read|write)$/

/** A person shops far below these; they stop scripts, not buyers behind one address. */
export const LIMIT_CLASSES: Record<string, LimitClass> = {
  'shop.read': { burst: 300, perSecond: 30 },
  'shop.write': { burst: 100, perSecond: 5 },
  'staff.read': { burst: 600, perSecond: 60 },
  'staff.write': { burst: 300, perSecond: 20 },
  'system.read': { burst: 2000, perSecond: 500 },
  'system.write': { burst: 2000, perSecond: 500 },
  // Queries that were not read before, and questions about the schema: reading them is the costly part.
  'graphql.document': { burst: 100, perSecond: 2 },
  'identity.logIn': { burst: 10, perSecond: 0.1 },
  'cart.addCode': { burst: 20, perSecond: 0.1 },
  'cart.setTaxId': { burst: 20, perSecond: 0.1 },
  'cart.addCode.address': { burst: 60, perSecond: 0.5 },
  'reviews.ask': { burst: 6, perSecond: 0.02 },
  'reviews.photos': { burst: 12, perSecond: 0.02 },
  'enquiries.write': { burst: 6, perSecond: 0.02 },
  'newsletter.ask': { burst: 6, perSecond: 0.02 },
  'orders.sendLink': { burst: 10, perSecond: 0.05 },
}

/** About 10 MB when full; beyond it the callers longest silent are forgotten. */
const MAX_BUCKETS = 50_000

interface Bucket {
  tokens: number
  atMs: number
}

export function createLimits(options: { scale: number; classes?: Record<string, LimitClass> }): Limits {
  const classes = { ...LIMIT_CLASSES, ...options.classes }
  const buckets = new Map<string, Bucket>()

  function classOf(limit: string, plan?: string): LimitClass {
    const found = classes[limit]
    if (!found) throw new Error(`There is no rate limit called ${limit}.`)
    const scale = options.scale * timesBy(limit, plan)
    return { burst: Math.max(1, found.burst * scale), perSecond: found.perSecond * scale }
  }

  function fill(bucket: Bucket | undefined, { burst, perSecond }: LimitClass, atMs: number): Bucket {
    if (!bucket) return { tokens: burst, atMs }
    const gained = (Math.max(0, atMs - bucket.atMs) / 1000) * perSecond
    return { tokens: Math.min(burst, bucket.tokens + gained), atMs }
  }

  return {
    take(limit, who, now, plan) {
      if (options.scale === 0) return
      const size = classOf(limit, plan)
      const key = `${limit} ${who}`
      const bucket = fill(buckets.get(key), size, now.getTime())
      const enough = bucket.tokens >= 1
      if (enough) bucket.tokens--
      buckets.delete(key)
      buckets.set(key, bucket)
      if (buckets.size > MAX_BUCKETS) forgetOldest(buckets)
      if (!enough) throw TooMany({ retryAfterSeconds: wait(1 - bucket.tokens, size.perSecond) })
    },
    state(limit, who, now, plan) {
      const size = classOf(limit, plan)
      const { tokens } = fill(buckets.get(`${limit} ${who}`), size, now.getTime())
      return {
        limit: Math.floor(size.burst),
        remaining: Math.floor(tokens),
        resetSeconds: Math.ceil((size.burst - tokens) / size.perSecond),
      }
    },
  }
}

function timesBy(limit: string, plan?: string): number {
  const times = LIMIT_PLANS[plan as keyof typeof LIMIT_PLANS]
  return times !== undefined && GENERAL.test(limit) ? times : 1
}

function wait(missing: number, perSecond: number): number {
  return Math.min(86_400, Math.max(1, Math.ceil(missing / perSecond)))
}

/** A Map keeps the order of insertion, and each take inserts anew. */
function forgetOldest(buckets: Map<string, Bucket>): void {
  let count = MAX_BUCKETS / 10
  for (const key of buckets.keys()) {
    buckets.delete(key)
    if (--count <= 0) return
  }
}

/** Takes one token of a bucket that outlives the process; throws TooMany when there is none. */
export async function takeDurable(ctx: Ctx, key: string, size: LimitClass): Promise<void> {
  const { burst, perSecond } = size
  const now = ctx.now()
  const tokens = sql`least(${burst}::float8, b.tokens + greatest(0, extract(epoch from ${now}::timestamptz - b.at)) * ${perSecond}::float8)`
  const { rows } = await sql`
    insert into kit.bucket as b (key, tokens, at) values (${key}, ${burst}::float8 - 1, ${now})
    on conflict (key) do update set tokens = ${tokens} - 1, at = ${now} where ${tokens} >= 1
    returning tokens`.execute(ctx.db)
  if (rows.length === 0) await mustHaveToken(ctx, key, size)
}

/** Throws TooMany when the durable bucket is empty; takes nothing. For asking before the costly part. */
export async function mustHaveToken(ctx: Ctx, key: string, { burst, perSecond }: LimitClass): Promise<void> {
  const { rows } = await sql<{
    tokens: number
    at: Date
  }>`select tokens, at from kit.bucket where key = ${key}`.execute(ctx.db)
  const row = rows[0]
  if (!row) return
  const gained = (Math.max(0, ctx.now().getTime() - row.at.getTime()) / 1000) * perSecond
  const tokens = Math.min(burst, row.tokens + gained)
  if (tokens < 1) throw TooMany({ retryAfterSeconds: wait(1 - tokens, perSecond) })
}
