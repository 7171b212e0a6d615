/**
 * The cache that several processes share: what one of them changed is gone for all before the change is acknowledged.
 *
 * Each raise draws a number and writes it to its tags; an entry knows the number that stood when its load began, and
 * holds while none of its tags has a higher one. A Redis that was emptied has another `era`, so that a load begun
 * before it is not believed after it. While Redis is away everything is loaded, and nothing fails.
 */
import { Redis } from 'ioredis'
import type { Cache, Keep } from '#kit/cache.ts'
import { days, seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { forAll } from '#kit/leaving.ts'
import type { Log } from '#kit/log.ts'

/** Redis answers within a millisecond, or something is wrong with it: what it keeps is not waited for, changes are. */
const ANSWERS_WITHIN = seconds(0.25)
const CHANGES_WITHIN = seconds(2)
/** Entries live so long at most, and what was raised is known for longer. */
const LONGEST = days(1)
const RAISED = days(2)

/** One slot of a cluster, for scripts that touch several keys. */
const at = (name: string) => `{quayside}:${name}`

const GET = `
  local entry = redis.call('HMGET', KEYS[1], 'era', 'began', 'tags', 'oldAt', 'value')
  if not entry[5] or entry[1] ~= redis.call('GET', KEYS[2]) then return false end
  for _, tag in ipairs(cjson.decode(entry[3])) do
    local raised = redis.call('GET', '{quayside}:tag ' .. tag)
    if raised and tonumber(raised) > tonumber(entry[2]) then return false end
  end
  return {entry[4], entry[5]}`
const BEGIN = `
  redis.call('SET', KEYS[1], ARGV[1], 'NX')
  return {redis.call('GET', KEYS[1]), redis.call('GET', KEYS[2]) or '0'}`
/** A load that began before what is there now does not replace it. */
const PUT = `
  local there = redis.call('HMGET', KEYS[1], 'era', 'began')
  if there[1] == ARGV[1] and tonumber(there[2]) > tonumber(ARGV[2]) then return end
  redis.call('HSET', KEYS[1], 'era', ARGV[1], 'began', ARGV[2], 'tags', ARGV[3], 'oldAt', ARGV[4], 'value', ARGV[5])
  redis.call('PEXPIRE', KEYS[1], ARGV[6])`
const RAISE = `
  local now = redis.call('INCR', KEYS[1])
  for i = 2, #ARGV do redis.call('SET', '{quayside}:tag ' .. ARGV[i], now, 'PX', ARGV[1]) end`

export interface RedisCacheOptions {
  url: string
  log: Log
  /** Milliseconds, by which entries grow old. */
  now: () => number
}

export function redisCache({ url, log, now }: RedisCacheOptions): Cache {
  const connect = (commandTimeout: number) =>
    new Redis(url, {
      commandTimeout,
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      retryStrategy: (times) => Math.min(times * 100, seconds(2)),
    })
  const redis = connect(ANSWERS_WITHIN)
  const changes = connect(CHANGES_WITHIN)
  changes.on('error', () => {}) // the other one says it
  let away = false
  redis.on('error', (error: Error) => {
    if (!away)
      log.warn({ err: error.message }, 'Redis does not answer; what it kept is read from the database')
    away = true
  })
  redis.on('ready', () => {
    if (away) log.info({}, 'Redis answers again')
    away = false
  })
  const flights = new Map<string, Promise<unknown>>()

  /** Null: Redis is not to be had. */
  const tried = async <T>(ask: () => Promise<T>): Promise<T | null> => {
    try {
      return await ask()
    } catch (error) {
      log.debug({ err: (error as Error).message }, 'Redis did not answer')
      return null
    }
  }
  const eraKey = at('era')
  const countKey = at('raised')

  async function take<T>(
    key: string,
    tags: string[] | ((value: T) => string[]),
    load: () => Promise<T>,
    { ttlMs = LONGEST, staleMs = 0 }: Keep,
  ): Promise<T> {
    const state = await tried(
      () => redis.eval(BEGIN, 2, eraKey, countKey, newId()) as Promise<[string, string]>,
    )
    // Readers of this process share a load, but for those who come after a change that it began before.
    const value = await shared(`${key} ${state?.join(' ')}`, load)
    const livesMs = Math.min(Math.ceil(ttlMs + staleMs), LONGEST)
    if (state === null || livesMs <= 0) return value
    const [era, began] = state
    const known = JSON.stringify(typeof tags === 'function' ? tags(value) : tags)
    const entry = [era, began, known, now() + ttlMs, JSON.stringify(value), livesMs]
    await tried(() => redis.eval(PUT, 1, at(key), ...entry))
    return value
  }

  function shared<T>(key: string, begin: () => Promise<T>): Promise<T> {
    const flight = flights.get(key) as Promise<T> | undefined
    if (flight) return flight
    const begun = forAll(begin).finally(() => flights.get(key) === begun && flights.delete(key))
    flights.set(key, begun)
    return begun
  }

  return {
    async read(key, tags, load, how = {}) {
      const entry = await tried(() => redis.eval(GET, 2, at(key), eraKey) as Promise<[string, string] | null>)
      if (entry === null) return take(key, tags, load, how)
      // Whoever fails here fails for nobody; the next one tries again.
      if (Number(entry[0]) <= now()) take(key, tags, load, how).catch(() => {})
      return JSON.parse(entry[1]) as never
    },
    peek: () => undefined, // others may have changed it
    async raise(tags) {
      await tried(() => changes.eval(RAISE, 1, countKey, RAISED, ...tags))
    },
    size: () => 0,
    close: async () => {
      redis.disconnect()
      changes.disconnect()
    },
  }
}
