/**
 * What a failure is called on each road: the one place where its status becomes a code of HTTP, GraphQL or gRPC.
 *
 * `code` is the same everywhere and is what callers should act on; these are for what stands between: proxies,
 * retries, dashboards. A status that is not here is a mistake in the failure's declaration, and a test says so.
 */
import { Internal, isFailure } from '#kit/failure.ts'

/** Names and numbers of gRPC's status codes (github.com/grpc/grpc, doc/statuscodes.md). */
const GRPC = {
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
} as const
type GrpcName = keyof typeof GRPC

const BY_STATUS: Record<number, GrpcName> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  402: 'FAILED_PRECONDITION',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'UNIMPLEMENTED',
  408: 'DEADLINE_EXCEEDED',
  409: 'FAILED_PRECONDITION',
  410: 'NOT_FOUND',
  412: 'ABORTED', // read again, then try again: what gRPC means by it
  413: 'RESOURCE_EXHAUSTED',
  414: 'INVALID_ARGUMENT',
  415: 'INVALID_ARGUMENT',
  417: 'INVALID_ARGUMENT',
  422: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  431: 'INVALID_ARGUMENT',
  500: 'INTERNAL',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

interface Codes {
  http: number
  grpc: { name: GrpcName; number: number }
}

/** For what is declared; a status that nobody knows is a fault of ours. */
export function codesOfStatus(status: number): Codes {
  const name = BY_STATUS[status] ?? 'INTERNAL'
  return { http: name === 'INTERNAL' ? 500 : status, grpc: { name, number: GRPC[name] } }
}

/** What is thrown and was never declared is `internal`, whatever it says of itself. `graphql` is the failure's own code. */
export function codesOf(error: unknown): Codes & { graphql: string } {
  const { code, status } = isFailure(error) ? error : Internal({})
  return { ...codesOfStatus(status), graphql: code }
}
