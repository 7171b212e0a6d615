/** What may go wrong, per operation and status: an operation's own failures beside those that any may answer. */
import { commonFailures, type FailureType } from '#kit/failure.ts'
import { Problem } from '#kit/problem.ts'
import type { Operation } from '#kit/operation.ts'
import { pascal } from '#kit/text.ts'
import { schemaRef, type Components, type Json } from './openapi-schema.ts'
import { httpFailures } from './problems.ts'
import { routeInputs } from './route-inputs.ts'

const STATUS_SAYS: Record<number, string> = {
  400: 'The request cannot be read, or names a field that does not exist.',
  401: 'Nobody is logged in, or the session or key that was sent is over.',
  403: 'The caller may not do this.',
  404: 'There is nothing here that the caller may see.',
  409: 'The present state does not allow it.',
  412: 'Somebody changed it meanwhile.',
  413: 'The request is too large.',
  414: 'The address is too long.',
  415: 'The body is not JSON in UTF-8.',
  422: 'A value does not fit its shape or a rule.',
  429: 'Too many requests; `Retry-After` says when to come again.',
  500: 'A fault of ours.',
  503: 'Briefly unavailable; `Retry-After` says when to come again.',
}

/** `cart.out_of_stock` is described by `CartOutOfStockProblem`. */
export function problemName(failure: FailureType): string {
  return `${pascal(failure.code)}Problem`
}

export function problemRef(failure: FailureType, into: Components): Json {
  const name = problemName(failure)
  into.schemas[name] ??= {
    allOf: [
      schemaRef(Problem, into),
      {
        type: 'object',
        properties: {
          code: { const: failure.code },
          status: { const: failure.status },
          details: schemaRef(failure.details, into),
        },
      },
    ],
  }
  return { $ref: `#/components/schemas/${name}` }
}

/** Which of the common statuses this operation can really answer. A session or a key that is over is refused by all of them. */
function applies(operation: Operation, status: number): boolean {
  const parts = routeInputs(operation)
  const isCommand = operation.kind === 'command'
  switch (status) {
    case 403:
      return ['permission', 'shopper', 'member'].includes(operation.access.rule) || isCommand
    case 404:
      return parts.path.length > 0 || operation.access.rule === 'owner'
    case 409:
      return isCommand
    case 412:
      return 'expectedVersion' in operation.input.properties
    case 413:
    case 415:
      return parts.body.length > 0
    default:
      return [400, 401, 414, 422, 429, 500, 503].includes(status)
  }
}

/** What any operation may answer, as far as this one can; not what it declares itself. */
export function commonFailuresOf(operation: Operation): FailureType[] {
  const common = [...commonFailures, ...httpFailures].filter((failure) => applies(operation, failure.status))
  return common.filter((failure) => operation.failures.every((own) => own.code !== failure.code))
}

export function problemResponses(operation: Operation, into: Components): Json {
  const all = [...operation.failures, ...commonFailuresOf(operation)]
  const byStatus = [...Map.groupBy(all, (failure) => failure.status)].sort(([a], [b]) => a - b)
  return Object.fromEntries(
    byStatus.map(([status, failures]) => [String(status), response(status, failures, into)]),
  )
}

function response(status: number, failures: FailureType[], into: Components): Json {
  const refs = failures.map((failure) => problemRef(failure, into))
  const mapping = Object.fromEntries(failures.map((failure, index) => [failure.code, refs[index]!['$ref']]))
  const schema =
    refs.length === 1 ? refs[0] : { oneOf: refs, discriminator: { propertyName: 'code', mapping } }
  const codes = failures.map((failure) => `\`${failure.code}\``).join(', ')
  return {
    description: `${STATUS_SAYS[status] ?? 'Refused.'} Codes: ${codes}.`,
    ...(status === 429 || status === 503
      ? { headers: { 'Retry-After': { schema: { type: 'integer', minimum: 0 }, description: 'Seconds.' } } }
      : {}),
    content: { 'application/problem+json': { schema } },
  }
}
