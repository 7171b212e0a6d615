/** Sends an operation's input over `/live`, each in a socket of its own, as its token is one of many. */
import type { Operation } from '#kit/operation.ts'
import { newId } from '#kit/id.ts'
import { liveClient, until } from '#testing/live-client.ts'
import type { Answer } from './road.ts'

export async function overLive(
  url: string,
  operation: Operation,
  input: Record<string, unknown>,
  token: string | null,
): Promise<Answer> {
  const live = await liveClient(url, token === null ? {} : { headers: { authorization: `Bearer ${token}` } })
  try {
    const isTopic = operation.kind === 'stream'
    const key = operation.idempotency === 'required' ? { key: newId() } : {}
    live.send({
      kind: isTopic ? 'subscribe' : 'call',
      id: 'it',
      operation: operation.id,
      input,
      ...(isTopic ? {} : key),
    })
    await until(() => live.said.length > 0 || live.socket.readyState >= 2, `an answer to ${operation.id}`)
    const [told] = live.said
    if (!told) return { status: 599, type: '', body: JSON.stringify(await live.ended), json: null }
    const isProblem = told.kind === 'problem'
    const json = isProblem ? told['problem'] : told['output']
    const status = isProblem
      ? (json as { status: number }).status
      : ((told['status'] as number | undefined) ?? 200)
    const type = isProblem ? 'application/problem+json' : 'application/json'
    return { status, type, body: JSON.stringify(json), json }
  } finally {
    live.close()
  }
}
