/** What a call may fail with: the server's problem document, told apart by its `code`. */
import type { FailuresOf, ServerProblem } from './generated/types.ts'

/** One field at fault: `path` as in the input (`lines.0.quantity`). */
export interface FieldFault {
  path: string
  code: string
  message: string
}

export interface ProblemOf<Code extends string, Status extends number, Details> {
  /** `/problems/` and the code. */
  type: string
  title: string
  status: Status
  /** A sentence for people, in the language asked for. */
  detail: string
  instance: string
  code: Code
  traceId: string
  details: Details
  errors: FieldFault[]
}

/** The client's own: no answer came, or one that is none of the store's. */
export type UnreachableProblem = ProblemOf<'unreachable', 0, { attempts: number }>
export type UnexpectedAnswerProblem = ProblemOf<'unexpected_answer', number, { status: number }>

export type Problem = ServerProblem | UnreachableProblem | UnexpectedAnswerProblem

const mark = Symbol.for('quayside.clientError')

/** Thrown by every call that did not succeed. */
export class ClientError extends Error {
  readonly problem: Problem
  readonly code: Problem['code']
  readonly status: number
  readonly details: Problem['details']
  readonly errors: FieldFault[]

  constructor(problem: Problem, cause?: unknown) {
    super(problem.detail, cause === undefined ? undefined : { cause })
    this.name = 'ClientError'
    this.problem = problem
    this.code = problem.code
    this.status = problem.status
    this.details = problem.details
    this.errors = problem.errors
    Object.defineProperty(this, mark, { value: true })
  }
}

/**
 * The problem of a caught error, or null when it is something else.
 *
 * ```ts
 * catch (error) {
 *   const problem = problemOf(error, 'cart.addItem')
 *   if (problem?.code === 'cart.out_of_stock') say(`Only ${problem.details.available} left.`)
 * }
 * ```
 */
export function problemOf(error: unknown): Problem | null
export function problemOf<Id extends keyof FailuresOf>(
  error: unknown,
  operation: Id,
): FailuresOf[Id] | Exclude<Problem, FailuresOf[keyof FailuresOf]> | null
export function problemOf(error: unknown): Problem | null {
  return isClientError(error) ? error.problem : null
}

/** Recognised by a mark, so that two copies of this package, or a call inside the server, do no harm. */
export function isClientError(error: unknown): error is ClientError {
  return typeof error === 'object' && error !== null && mark in error && 'problem' in error
}

export function unreachable(attempts: number, instance: string, cause: unknown): ClientError {
  const detail = 'The store did not answer. Check the connection and try again.'
  return new ClientError(
    {
      type: '/problems/unreachable',
      title: 'Unreachable',
      status: 0,
      detail,
      instance,
      code: 'unreachable',
      traceId: '',
      details: { attempts },
      errors: [],
    },
    cause,
  )
}

/** The answer as the error it is; proxies in between answer with pages of their own. */
export async function refusalOf(response: Response, instance: string): Promise<ClientError> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const document = (await response.json().catch(() => null)) as Problem | null
    if (document && typeof document.code === 'string') return new ClientError(document)
  }
  const { status } = response
  return new ClientError({
    type: '/problems/unexpected_answer',
    title: 'Unexpected answer',
    status,
    detail: `Something between here and the store answered with status ${status}.`,
    instance,
    code: 'unexpected_answer',
    traceId: response.headers.get('x-trace-id') ?? '',
    details: { status },
    errors: [],
  })
}
