/** The topics of one socket. Each is a stream's operation with its input, known to the client by the id it chose. */
import type { App } from '#kit/app.ts'
import type { Failure } from '#kit/failure.ts'
import { unreadable } from '../problems.ts'
import type { FindReady } from '../ready.ts'
import type { Topic, Watch } from '../topic.ts'
import type { Subscribe } from './messages.ts'
import {
  MAX_CHANGES,
  afterEvent,
  changeOf,
  missed,
  placeOf,
  placeText,
  presentPlace,
  type Change,
} from './place.ts'
import type { Session } from './session.ts'

interface Around {
  app: App
  find: FindReady
  watchOf: (id: string) => Watch
  session: Session
  send: (text: string) => void
  refuse: (id: string, refusal: Failure, instance: string, traceId: string) => void
  isBlocked: () => boolean
}

export interface Topics {
  open: (message: Subscribe) => Promise<void>
  close: (id: string) => void
  closeAll: () => void
  refresh: () => void
  recheck: () => void
  /** With those that are just being opened. */
  count: () => number
  /** All that there ever were. */
  opened: () => number
}

export function openTopics({ app, find, watchOf, session, send, refuse, isBlocked }: Around): Topics {
  /** Null: its first look is under way. */
  const topics = new Map<string, Topic | null>()
  let opened = 0
  let isOver = false

  async function open({ id, operation: name, input = {}, after }: Subscribe): Promise<void> {
    if (topics.has(id)) throw unreadable('id', 'taken', 'Another topic has this id.')
    const operation = find(name)?.operation
    if (operation?.kind !== 'stream') throw unreadable('operation', 'unknown', 'There is no such topic.')
    const since = after === undefined ? null : placeOf(after)
    topics.set(id, null)
    try {
      let place = await presentPlace(app)
      const from = BigInt(place.tx)
      const topic = await watchOf(name)(input, {
        call: session.call,
        isBlocked,
        tell(text, events) {
          const last = events.at(-1)
          if (last) place = afterEvent(last)
          const news = events.filter(({ tx }) => BigInt(tx) >= from) // those before are in the first shape
          if (text === null && news.length === 0) return
          const changes = news.length < MAX_CHANGES ? news.map(changeOf) : null
          send(frameOf(id, placeText(place), changes, text))
        },
        refused(refusal) {
          topics.delete(id)
          refuse(id, refusal, name, session.call().traceId!)
        },
      })
      if (isOver || !topics.has(id)) return topic.stop()
      topics.set(id, topic)
      const changes = since ? await missed(app, operation, topic, { after: since, until: place }) : []
      if (topics.get(id) !== topic) return
      opened++
      send(frameOf(id, placeText(place), changes, topic.text))
      topic.start()
    } catch (error) {
      close(id)
      throw error
    }
  }

  function close(id: string) {
    topics.get(id)?.stop()
    topics.delete(id)
  }

  const each = (act: (topic: Topic) => void) => {
    for (const topic of topics.values()) if (topic) act(topic)
  }

  return {
    open,
    close,
    closeAll() {
      isOver = true
      for (const id of topics.keys()) close(id)
    },
    refresh: () => each((topic) => topic.refresh()),
    recheck: () => each((topic) => topic.recheck()),
    count: () => topics.size,
    opened: () => opened,
  }
}

/** `changes` is null where there are too many to list; without `output` it is as it was told last. */
function frameOf(id: string, cursor: string, changes: Change[] | null, text: string | null): string {
  const head = `{"kind":"event","id":${JSON.stringify(id)},"cursor":"${cursor}","changes":${JSON.stringify(changes)}`
  return text === null ? `${head}}` : `${head},"output":${text}}`
}
