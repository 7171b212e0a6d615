/**
 * A refusal as gRPC says it: a status, its words in the caller's language, and the problem document as details.
 *
 * `google.rpc.ErrorInfo` holds what the document says of the whole, `BadRequest` what is wrong with which field,
 * `RetryInfo` when to ask again. Trailers are small, so of many wrong fields the first ones are told.
 */
import type { DescMessage } from '@bufbuild/protobuf'
import { ConnectError, type Code } from '@connectrpc/connect'
import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kit/failure.ts'
import type { Log } from '#kit/log.ts'
import { codesOf } from '../failure-codes.ts'
import { BadRequest, ErrorInfo, RetryInfo } from './known.ts'
import { failureOf, languageAsked, pathOf, problemText, report, retryAfterOf } from '../problems.ts'
import { snake } from '../proto-model.ts'

export const ERROR_DOMAIN = 'quayside'
/** Stock clients take 8 KiB of trailers, and these bytes grow by a third on their way. */
const MAX_DETAIL_CHARACTERS = 3_500

interface Document {
  code: string
  detail: string
  details: unknown
  errors: FieldError[]
}

export function grpcRefusal(request: FastifyRequest, error: unknown, log: Log): ConnectError {
  const refusal = failureOf(error)
  if (refusal.status >= 500) report(refusal, error, request, log)
  const text = problemText(refusal, pathOf(request.raw.url!), request.id, languageAsked(request))
  const { detail, details, errors, ...said } = JSON.parse(text) as Document & Record<string, unknown>
  const metadata = Object.entries({ ...said, details: short(JSON.stringify(details)) })
  const outgoing: { desc: DescMessage; value: Record<string, unknown> }[] = [
    {
      desc: ErrorInfo,
      value: {
        reason: said.code
          .replace('.', '_')
          .replace(/[^a-z0-9]+/gi, '_')
          .toUpperCase(),
        domain: ERROR_DOMAIN,
        metadata: metadata.map(([key, value]) => ({ key, value: String(value) })),
      },
    },
  ]
  if (errors.length > 0) outgoing.push({ desc: BadRequest, value: { fieldViolations: violations(errors) } })
  const after = retryAfterOf(refusal)
  if (after) outgoing.push({ desc: RetryInfo, value: { retryDelay: { seconds: BigInt(after) } } })
  const code = codesOf(refusal).grpc.number as number as Code
  return new ConnectError(detail, code, after ? { 'retry-after': after } : {}, outgoing)
}

const short = (text: string) => (text.length > MAX_DETAIL_CHARACTERS ? '{}' : text)

/** A field is named as the .proto names it. */
function violations(errors: FieldError[]) {
  const told: { field: string; description: string; reason: string }[] = []
  let left = MAX_DETAIL_CHARACTERS
  for (const { path, code, message } of errors) {
    left -= path.length + code.length + message.length
    if (left < 0 && told.length > 0) break
    told.push({ field: snake(path), description: message, reason: code })
  }
  return told
}
