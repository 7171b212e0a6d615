/**
 * A stream as a sequence: the present shape, and again after each change of it.
 *
 * Every telling runs the operation anew, so access is asked each time, and who comes again is told all there is. It
 * is made when the caller takes it: who reads slowly gets the newest, and nothing piles up here.
 */
import type { App } from '#kit/app.ts'
import { minutes, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { TooMany, Unavailable, isFailure } from '#kit/failure.ts'
import { invoke, type Call } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'

/** Then the caller comes anew, and its session is read anew. */
const MAX_AGE_MS = minutes(30)
const MAX_PER_ADDRESS = 200

export interface Followed {
  app: App
  operation: Operation
  input: unknown
  call: Call
  answer: (output: unknown) => unknown
  /** Falls when the store closes. */
  closing: AbortSignal
}

/** Counts who has entered from where; what it answers is called on leaving. */
export function doorOf({ config }: App): (address: string) => () => void {
  const inside = new Map<string, number>()
  return (address) => {
    const count = inside.get(address) ?? 0
    if (config.limitScale > 0 && count >= MAX_PER_ADDRESS * config.limitScale)
      throw TooMany({ retryAfterSeconds: 10 })
    inside.set(address, count + 1)
    return () => {
      const left = (inside.get(address) ?? 1) - 1
      if (left > 0) inside.set(address, left)
      else inside.delete(address)
    }
  }
}

export async function* follow({
  app,
  operation,
  input,
  call,
  answer,
  closing,
}: Followed): AsyncGenerator<unknown> {
  const topic = operation.topic!(operation.check(structuredClone(input)) as never)
  const ended = AbortSignal.any([call.signal!, closing, AbortSignal.timeout(MAX_AGE_MS)])
  let storeId: string | null = null
  let changed = true
  let wake = () => {}
  const noted: Operation = {
    ...operation,
    run: async (given: never, ctx: Ctx) => {
      storeId = ctx.storeId
      return operation.run!(given, ctx)
    },
  }
  // Listening begins before the first look: a change between the two is seen.
  const unsubscribe = app.tail.subscribe(
    (event) => {
      if (storeId !== null && event.storeId !== storeId) return
      if (!event.payload.ids?.includes(topic)) return
      changed = true
      wake()
    },
    { names: operation.events.map(({ name }) => name) },
  )
  ended.addEventListener('abort', () => wake(), { once: true })
  let shown = ''
  try {
    while (!ended.aborted) {
      if (!changed) await new Promise<void>((resolve) => (wake = resolve))
      if (ended.aborted) break
      changed = false
      const output = await look(shown !== '')
      const text = JSON.stringify(output)
      if (output === undefined || text === shown) continue
      shown = text
      yield answer(output)
    }
    // An end without a word would mean that nothing more is to come.
    if (!call.signal!.aborted) throw Unavailable({ retryAfterSeconds: 1 })
  } finally {
    unsubscribe()
  }

  /** What passes is tried again, once something was told; the rest ends the stream. */
  async function look(again: boolean): Promise<unknown> {
    try {
      return await invoke(app, noted, structuredClone(input) as never, call)
    } catch (error) {
      const passes = isFailure(error) && (error.status === 429 || error.status === 503)
      if (!again || !passes || ended.aborted) throw error
      const wait = Number(error.details['retryAfterSeconds'] ?? 1)
      changed = true
      await new Promise<void>((resolve) => setTimeout((wake = resolve), seconds(Math.max(1, wait))).unref())
      return undefined
    }
  }
}
