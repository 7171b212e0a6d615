/**
 * Failures are declared values, named by what happened, with what the caller needs to act.
 *
 * Anything else that is thrown is a bug: it answers 500 and says nothing of its inside.
 */
import { Type, type Static, type TObject } from 'typebox'
import { brand, isBranded } from './brand.ts'
import { Count, Int, Text } from './types.ts'
import type { Ctx } from './context.ts'

const mark = brand('failure')

/** One field at fault: `path` as in the input (`lines.0.quantity`). */
export interface FieldError {
  path: string
  code: string
  message: string
}

export interface Failure extends Error {
  code: string
  status: number
  details: Record<string, unknown>
  errors: FieldError[]
  /** Runs in a short transaction of its own after the rollback: counters, security events. */
  keep?: (ctx: Ctx) => Promise<void>
}

export interface FailureType<D extends TObject = TObject> {
  (details: Static<D>, extra?: FailureExtra): Failure
  code: string
  status: number
  details: D
}

export interface FailureExtra {
  errors?: FieldError[]
  keep?: (ctx: Ctx) => Promise<void>
  cause?: unknown
}

export function failure<D extends TObject>(
  code: string,
  status: number,
  details: D,
  say: (details: Static<D>) => string,
): FailureType<D> {
  const make = (given: Static<D>, extra: FailureExtra = {}): Failure => {
    const error = new Error(say(given), { cause: extra.cause }) as Failure
    Object.assign(error, { [mark]: true, code, status, details: given, errors: extra.errors ?? [] })
    if (extra.keep) error.keep = extra.keep
    return error
  }
  return Object.assign(make, { code, status, details })
}

export function isFailure(error: unknown): error is Failure {
  return isBranded(error, mark)
}

const None = Type.Object({}, { additionalProperties: false })
const Retry = Type.Object({ retryAfterSeconds: Int(0, 86_400) }, { additionalProperties: false })

/** Failures any operation may raise. */
export const Unreadable = failure('unreadable', 400, None, () => 'The request could not be read.')
export const UnknownField = failure(
  'unknown_field',
  400,
  None,
  () => 'The request names a field that does not exist.',
)
export const IdempotencyKeyNeeded = failure(
  'idempotency_key_needed',
  400,
  None,
  () => 'Send an Idempotency-Key header with this request.',
)
export const Unauthenticated = failure(
  'unauthenticated',
  401,
  None,
  () => 'Log in first, or send a valid session.',
)
export const Forbidden = failure('forbidden', 403, None, () => 'You may not do this.')
export const NotFound = failure('not_found', 404, None, () => 'There is nothing here that you may see.')
export const IdempotencyInProgress = failure(
  'idempotency_in_progress',
  409,
  None,
  () => 'The first request with this key is still running.',
)
export const StaleVersion = failure(
  'stale_version',
  412,
  Type.Object({ currentVersion: Count }, { additionalProperties: false }),
  ({ currentVersion }) => `Someone changed this meanwhile; it is at version ${currentVersion}.`,
)
export const TooLarge = failure(
  'too_large',
  413,
  Type.Object({ limitBytes: Count }, { additionalProperties: false }),
  ({ limitBytes }) => `The request is larger than ${limitBytes} bytes.`,
)
export const InvalidInput = failure('invalid_input', 422, None, () => 'Some of the input is not valid.')
export const IdempotencyKeyReused = failure(
  'idempotency_key_reused',
  422,
  None,
  () => 'This Idempotency-Key was used with another request.',
)
export const TooMany = failure(
  'too_many_requests',
  429,
  Retry,
  ({ retryAfterSeconds }) => `Too many requests. Try again in ${retryAfterSeconds} s.`,
)
export const Internal = failure('internal', 500, None, () => 'Something went wrong on our side.')
export const Unavailable = failure(
  'unavailable',
  503,
  Retry,
  () => 'The store is briefly unavailable. Please try again.',
)

export const commonFailures = [
  Unreadable,
  UnknownField,
  IdempotencyKeyNeeded,
  Unauthenticated,
  Forbidden,
  NotFound,
  IdempotencyInProgress,
  StaleVersion,
  TooLarge,
  InvalidInput,
  IdempotencyKeyReused,
  TooMany,
  Internal,
  Unavailable,
]

/** Shorthand for a rule broken by one field. */
export function invalid(path: string, code: string, message: string): Failure {
  return InvalidInput({}, { errors: [{ path, code, message }] })
}

/** The problem document of RFC 9457 as every road sends it. */
export const Problem = Type.Object(
  {
    type: Text(200),
    title: Text(200),
    status: Int(400, 599),
    detail: Text(2000),
    instance: Text(2048, { min: 0 }),
    code: Text(80),
    traceId: Text(64),
    details: Type.Record(Type.String(), Type.Unknown()),
    errors: Type.Array(
      Type.Object(
        { path: Text(400, { min: 0 }), code: Text(80), message: Text(2000) },
        { $id: 'ProblemError', additionalProperties: false },
      ),
      { maxItems: 100 },
    ),
  },
  { $id: 'Problem', additionalProperties: false },
)

export function problemOf(error: Failure, instance: string, traceId: string): Static<typeof Problem> {
  return {
    type: `/problems/${error.code}`,
    title: error.code
      .replace(/^.*\./, '')
      .replaceAll('_', ' ')
      .replace(/^./, (letter) => letter.toUpperCase()),
    status: error.status,
    detail: error.message,
    instance,
    code: error.code,
    traceId,
    details: error.details,
    errors: error.errors,
  }
}
