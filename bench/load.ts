/**
 * A load generator that costs little: HTTP/1.1 over kept connections, one request at a time on each.
 *
 * It knows only what the two servers send: answers with a Content-Length.
 */
import { connect, type Socket } from 'node:net'

export interface Reply {
  status: number
  text: string
}

export interface Connection {
  send(request: Buffer): Promise<Reply>
  close(): void
}

const HEAD_END = Buffer.from('\r\n\r\n')
const ANSWER_WITHIN = 20_000 // ms

export interface Asked {
  method: string
  path: string
  token?: string
  key?: string
  body?: unknown
}

export function requestOf({ method, path, token, key, body }: Asked): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Accept: application/json']
  if (token) lines.push(`Authorization: Bearer ${token}`)
  if (key) lines.push(`Idempotency-Key: ${key}`)
  if (body !== undefined)
    lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`)
}

export async function openConnection(port: number): Promise<Connection> {
  const socket: Socket = connect({ host: '127.0.0.1', port, noDelay: true })
  let held: Buffer = Buffer.alloc(0)
  let waiting: { resolve(reply: Reply): void; reject(error: Error): void } | undefined

  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = undefined
  }
  socket.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    const answer = takeAnswer(held)
    if (!answer) return
    held = held.subarray(answer.length)
    const { resolve } = waiting!
    waiting = undefined
    resolve(answer.reply)
  })
  socket.on('error', fail)
  socket.on('close', () => fail(new Error(`The server at port ${port} closed the connection.`)))
  socket.setTimeout(ANSWER_WITHIN, () => {
    if (waiting) socket.destroy(new Error(`No answer within ${ANSWER_WITHIN / 1000} s.`))
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

/** The first whole answer in the bytes so far, and how many of them it takes. */
export function takeAnswer(bytes: Buffer): { reply: Reply; length: number } | null {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd === -1) return null
  const head = bytes.toString('latin1', 0, headEnd)
  const size = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (size === undefined) throw new Error(`An answer without Content-Length:\n${head}`)
  const from = headEnd + HEAD_END.length
  const length = from + Number(size)
  if (bytes.length < length) return null
  return { reply: { status: Number(head.slice(9, 12)), text: bytes.toString('utf8', from, length) }, length }
}

/** Does `work` for 0 to `ops` - 1, so many at once as there are connections. Answers the milliseconds it took. */
export async function runLoad(options: {
  port: number
  connections: number
  ops: number
  work: (connection: Connection, index: number) => Promise<void>
}): Promise<number> {
  const { port, ops, work } = options
  const count = Math.min(options.connections, ops)
  const connections = await Promise.all(Array.from({ length: count }, () => openConnection(port)))
  let next = 0
  const began = performance.now()
  try {
    await Promise.all(
      connections.map(async (connection) => {
        while (next < ops) await work(connection, next++)
      }),
    )
    return performance.now() - began
  } finally {
    for (const connection of connections) connection.close()
  }
}
