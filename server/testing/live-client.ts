/** A program of a stranger that speaks `/live`: one socket, every message it got, and waiting for what should come. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'

export interface Said {
  kind: string
  id?: string | null
  [name: string]: unknown
}

export interface LiveClient {
  socket: WebSocket
  said: Said[]
  send: (message: object) => void
  /** The first message of this kind and id, now or later. */
  heard: (kind: string, id?: string, after?: number) => Promise<Said>
  /** A call's output; what is refused throws its problem. */
  call: <T = Record<string, unknown>>(operation: string, input?: object, more?: object) => Promise<T>
  /** Events of a topic so far. */
  events: (id: string) => Said[]
  ended: Promise<{ code: number; reason: string }>
  close: () => void
}

const PATIENCE_MS = 20_000

export async function until(holds: () => boolean, what: string): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !holds(); await sleep(5))
    assert.ok(performance.now() < end, `never: ${what}`)
}

export async function liveClient(
  url: string,
  options: { token?: string; headers?: Record<string, string>; hello?: object } = {},
): Promise<LiveClient> {
  const { token, headers = {}, hello } = options
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/live`, { headers })
  const said: Said[] = []
  let calls = 0
  const ended = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  socket.on('message', (bytes: Buffer) => said.push(JSON.parse(bytes.toString()) as Said))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('unexpected-response', (_, answer) =>
      reject(
        Object.assign(new Error(`refused with ${answer.statusCode}`), { status: answer.statusCode, answer }),
      ),
    )
    socket.once('error', reject)
  })
  socket.on('error', () => {})
  const send = (message: object) => socket.send(JSON.stringify(message))
  const find = (kind: string, id: string | undefined, after: number) =>
    said.slice(after).find((each) => each.kind === kind && (id === undefined || each.id === id))
  const heard = async (kind: string, id?: string, after = 0) => {
    await until(
      () => find(kind, id, after) !== undefined,
      `${kind} ${id ?? ''}, but ${JSON.stringify(said.slice(-3))}`,
    )
    return find(kind, id, after)!
  }
  if (token !== undefined || hello) {
    send({ kind: 'hello', ...(token === undefined ? {} : { token }), ...hello })
    await until(() => said.length > 0, 'an answer to hello')
  }
  return {
    socket,
    said,
    send,
    heard,
    ended,
    async call<T>(operation: string, input: object = {}, more: object = {}) {
      const id = `call-${++calls}`
      send({ kind: 'call', id, operation, input, ...more })
      await until(
        () => said.some((each) => each.id === id) || socket.readyState >= 2,
        `an answer to ${operation}`,
      )
      const answer = said.find((each) => each.id === id)
      if (answer?.kind === 'result') return answer['output'] as T
      throw Object.assign(new Error(`${operation}: ${JSON.stringify(answer)}`), answer?.['problem'])
    },
    events: (id) => said.filter((each) => each.kind === 'event' && each.id === id),
    close: () => socket.terminate(),
  }
}
