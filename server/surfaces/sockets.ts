/**
 * WebSockets on the store's own port: which addresses take them, and what holds for all of them.
 *
 * Any other request that asks for another protocol, such as HTTP/2 in the clear, is answered as if it had not: only a
 * GET of an address in this list is taken out of HTTP.
 */
import type { IncomingMessage } from 'node:http'
import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import { MAX_BODY_BYTES, pathOf } from './problems.ts'

const SOCKETS = new Set(['/live', '/graphql', '/graphql/admin'])

/** What stands around a call's input in its frame. */
const ENVELOPE_BYTES = 4 * 1024
/** A longer frame is refused at its head and never gathered. */
export const MAX_FRAME_BYTES = MAX_BODY_BYTES + ENVELOPE_BYTES

export function opensSocket({ method, url, headers }: IncomingMessage): boolean {
  return method === 'GET' && SOCKETS.has(pathOf(url!)) && headers.upgrade?.toLowerCase() === 'websocket'
}

/** Roads end their own sockets on the way out; see their `preClose`. */
export async function mountSockets(http: FastifyInstance): Promise<void> {
  await http.register(websocket, {
    options: { maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false },
    errorHandler: () => {}, // `ws` says why and closes; terminating would cut that off
    preClose: (done) => done(),
  })
}
