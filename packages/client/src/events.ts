/**
 * Streams over server-sent events, with `fetch` so that a bearer token can be sent.
 *
 * The store sends the present state at once and after each change; a lost connection is
 * opened again until the caller stops reading. A refusal ends it.
 */
import {
  headersOf,
  pause,
  requestOf,
  send,
  type ClientOptions,
  type Input,
  type Route,
  type StreamOptions,
} from './call.ts'
import { ClientError, type Problem } from './problem.ts'

export async function* events(
  route: Route,
  input: Input,
  options: StreamOptions,
  client: ClientOptions,
): AsyncGenerator<unknown> {
  const [method, path] = route
  const { url } = requestOf(method, path, input, client.origin)
  const stop = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal
  try {
    for (let quiet = 1; !options.signal?.aborted; quiet++) {
      const headers = { ...headersOf(client), accept: 'text/event-stream' }
      const response = await send(url, { method, headers, signal }, path, client)
      try {
        for await (const { name, data } of messages(response.body!)) {
          quiet = 0
          if (name === 'problem') throw new ClientError(JSON.parse(data) as Problem)
          if (name === 'message') yield JSON.parse(data)
        }
      } catch (error) {
        if (error instanceof ClientError || options.signal?.aborted) throw error
      }
      await pause(Math.min(quiet + 1, 6), null, signal)
    }
  } catch (error) {
    if (!options.signal?.aborted) throw error
  } finally {
    stop.abort()
  }
}

/** Events of a stream as the HTML standard reads them; comments and unknown fields are passed over. */
export async function* messages(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<{ name: string; data: string }> {
  const decoder = new TextDecoder()
  let rest = ''
  let name = ''
  let data: string[] = []
  for await (const chunk of chunks(body)) {
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) yield { name: name || 'message', data: data.join('\n') }
        name = ''
        data = []
        continue
      }
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line)!
      if (field === 'event') name = value!
      if (field === 'data') data.push(value!)
    }
  }
}

// Not every browser lets `for await` read a body.
async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}
