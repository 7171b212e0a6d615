/**
 * A topic that somebody watches: the present shape at once, and again after each change of it.
 *
 * Every look runs the operation anew, so access is asked each time and a missed or doubled event does no harm. Who
 * reads slowly is not told of each change but of the newest shape, once they have caught up. A look that fails for a
 * while is tried again; one that is refused ends the topic.
 */
import type { App } from '#kit/app.ts'
import { seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import type { LoggedEvent } from '#kit/event.ts'
import type { Failure } from '#kit/failure.ts'
import { invoke, type Call } from '#kit/invoke.ts'
import type { Operation } from '#kit/operation.ts'
import { policy, type Actor } from '#kit/policy.ts'
import { declared, toldOnce } from './declared.ts'
import { failureOf } from './problems.ts'

export interface Watcher {
  /** For each look: a call of its own. */
  call: () => Call
  /** `text` is the shape as JSON, or null when it is as it was; `events` are those since the last telling. */
  tell: (text: string | null, events: LoggedEvent[]) => void
  /** The topic has ended. */
  refused: (refusal: Failure) => void
  /** Meanwhile nothing is looked at; `refresh` goes on. */
  isBlocked: () => boolean
}

export interface Topic {
  id: string
  storeId: string
  /** The first shape; it is not told. */
  text: string
  /** What came between the beginning and now is told from here on. */
  start: () => void
  refresh: () => void
  /** Looks again though nothing was heard. */
  recheck: () => void
  stop: () => void
}

export type Watch = (input: object, watcher: Watcher) => Promise<Topic>

interface Noted {
  storeId: string
  who: string[]
  text: string
}

/** Events kept for a reader who is behind. */
const MAX_EVENTS = 100

/** How a stream is watched. Refused at the first look: it throws. */
export function watching(app: App, operation: Operation): Watch {
  const noted = noting(operation, app.log)
  const rights = new Set((app.port(policy).changedBy ?? []).map(({ name }) => name))
  const names = [...operation.events.map(({ name }) => name), ...rights]
  return (input, watcher) => watch(app, { noted, rights, names }, input, watcher)
}

/** The stream with what it is about beside the shape: whose events are passed over, and whose rights count. */
function noting(operation: Operation, log: App['log']): Operation {
  const run = operation.run!
  const keep = declared(operation.output, new Map(), toldOnce(log, operation.id))
  return {
    ...operation,
    run: async (input: never, ctx: Ctx) =>
      ({
        storeId: ctx.storeId,
        who: idsOf(ctx.actor),
        text: JSON.stringify(keep(await run(input, ctx))),
      }) satisfies Noted,
  }
}

/** Whose rights count: of a key its maker's too. */
function idsOf(actor: Actor): string[] {
  if (actor.kind === 'person') return [actor.personId]
  return actor.kind === 'key' ? [actor.keyId, actor.makerId] : []
}

interface Watched {
  noted: Operation
  rights: ReadonlySet<string>
  names: string[]
}

async function watch(
  app: App,
  { noted, rights, names }: Watched,
  input: object,
  watcher: Watcher,
): Promise<Topic> {
  const id = noted.topic!(noted.check(structuredClone(input)) as never)
  let events: LoggedEvent[] = []
  let changed = false
  let reading = true
  let stopped = false
  let again: NodeJS.Timeout | undefined
  let who: string[] = []

  // Listening begins before the first look: a change between the two is seen.
  const unsubscribe = app.tail.subscribe(hear, { names })

  function hear(event: LoggedEvent) {
    if (topic.storeId !== '' && event.storeId !== topic.storeId) return
    if (rights.has(event.name) && who.some((each) => event.payload.ids?.includes(each))) mark()
    if (!event.payload.ids?.includes(id) || rights.has(event.name)) return
    events.push(event)
    if (events.length > MAX_EVENTS) events.shift()
    mark()
  }

  function mark() {
    changed = true
    topic.refresh()
  }

  async function look(): Promise<string> {
    const found = (await invoke(app, noted, input, watcher.call())) as Noted
    topic.storeId = found.storeId
    who = found.who
    return found.text
  }

  async function show(): Promise<void> {
    reading = true
    changed = false
    const told = events
    events = []
    try {
      const text = await look()
      if (stopped) return
      const isNew = text !== topic.text
      topic.text = text
      if (isNew || told.length > 0) watcher.tell(isNew ? text : null, told)
    } catch (error) {
      events = [...told, ...events].slice(-MAX_EVENTS)
      failed(failureOf(error))
    }
    reading = false
    topic.refresh()
  }

  /** What passes is tried again; what does not is told, and ends the topic. */
  function failed(refusal: Failure) {
    if (stopped) return
    if (refusal.status !== 429 && refusal.status < 500) {
      topic.stop()
      watcher.refused(refusal)
      return
    }
    changed = true
    const wait = Math.max(1, Number(refusal.details['retryAfterSeconds'] ?? 1))
    again = setTimeout(() => {
      again = undefined
      topic.refresh()
    }, seconds(wait))
    again.unref()
  }

  const topic: Topic = {
    id,
    storeId: '',
    text: '',
    start() {
      reading = false
      topic.refresh()
    },
    refresh() {
      if (!changed || reading || stopped || again !== undefined || watcher.isBlocked()) return
      void show()
    },
    recheck: mark,
    stop() {
      stopped = true
      unsubscribe()
      clearTimeout(again)
    },
  }
  try {
    topic.text = await look()
  } catch (error) {
    topic.stop()
    throw error
  }
  return topic
}
