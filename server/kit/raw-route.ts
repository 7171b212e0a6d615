/**
 * Raw routes: the few requests whose bytes matter as they came.
 *
 * A provider's webhook is signed over its exact body, and a file is no JSON. Such
 * a route stands beside the operations: no session, no Origin check, no parsing.
 * It proves who calls by itself (a signature, a ticket in the address) and leaves
 * the work to `app.inTransaction(call, …)` or `app.invoke`.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { App } from './app.ts'
import type { Call } from './invoke.ts'
import { port } from './port.ts'

export interface RawRequest {
  method: string
  /** Of the path, decoded; what `*` matched is under `*`. */
  params: Record<string, string>
  query: Record<string, string | string[]>
  headers: IncomingHttpHeaders
  /** Empty for GET. With `body: 'stream'` it is in `stream` instead. */
  body: Buffer
  /** Ends with an error as soon as more than `maxBytes` have come. */
  stream: Readable | null
}

export interface RawAround {
  app: App
  /** Network address of the caller, behind trusted proxies the real one. */
  address: string
  traceId: string
  /** Ready for `app.inTransaction` and `app.invoke`: anonymous, with store hint, address and trace. */
  call: Call
}

export interface RawReply {
  status: number
  headers?: Record<string, string>
  body?: string | Buffer | Readable
}

export interface RawRoute {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH'
  /** Such as `/webhooks/:provider` or `/files/*`; outside `/v1`. */
  path: string
  maxBytes: number
  /** Default `buffer`. */
  body?: 'buffer' | 'stream'
  /** A declared failure that is thrown becomes a problem document, as everywhere. */
  handle: (request: RawRequest, around: RawAround) => Promise<RawReply>
}

export const rawRoutes = port<RawRoute[]>('kit.rawRoutes', { many: true })
