/**
 * Failures on their way to people. A form asks with `settle` and shows the problem beside what was typed;
 * a page that cannot be read asks with `found` and becomes an error page.
 */
import type { Problem } from '@quayside/ui'
import { data } from 'react-router'
import type { PageContext } from './context.ts'
import { ledOn } from './led-on.ts'

/** What the store throws: a declared failure, in this process or as a problem document. */
type Failure = {
  code: string
  status: number
  message?: string
  detail?: string
  details?: Record<string, unknown>
  errors?: { path: string; code: string; message: string }[]
  /** The same in the page's language, when it was thrown in this process. */
  problem?: Pick<Problem, 'detail' | 'errors'>
}

export type StoreProblem = Problem & { details: Record<string, unknown> }

const isFailure = (error: unknown): error is Failure =>
  typeof error === 'object' &&
  error !== null &&
  typeof (error as Failure).code === 'string' &&
  typeof (error as Failure).status === 'number'

function toProblem(error: unknown, page: PageContext): StoreProblem {
  if (!isFailure(error)) {
    page.report(error)
    return { title: '', status: 500, code: 'internal', traceId: page.traceId, details: {}, errors: [] }
  }
  const told = error.problem ?? error
  return {
    title: '',
    status: error.status,
    detail: told.detail ?? error.message,
    code: error.code,
    traceId: page.traceId,
    details: error.details ?? {},
    errors: told.errors ?? [],
  }
}

export type Settled<T> = { value: T; problem: null } | { value: null; problem: StoreProblem }

export async function settle<T>(page: PageContext, work: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work, problem: null }
  } catch (error) {
    return { value: null, problem: toProblem(error, page) }
  }
}

/** The answer, or the error page of its status; of what is not there, where its address leads on. */
export async function found<T>(page: PageContext, work: Promise<T>): Promise<T> {
  const { value, problem } = await settle(page, work)
  if (problem) throw await pageOf(page, problem)
  return value
}

/** To be thrown: where the address leads on, or the error page of the problem's status. */
async function pageOf(page: PageContext, problem: StoreProblem) {
  if (problem.status === 404) return notFound(page, problem.traceId)
  return (problem.status === 410 && (await ledOn(page))) || refusedPage(problem)
}

/** To be thrown: where this address leads on, else the page that says that nothing is here. */
export const notFound = async (page: PageContext, traceId?: string) =>
  (await ledOn(page)) ?? data(traceId === undefined ? null : { traceId }, { status: 404 })

export const isNotFound = ({ status }: StoreProblem) => status === 404

/** The answer, or something else where it is refused so; another refusal is as with `found`. */
export async function orElse<T, U>(
  page: PageContext,
  work: Promise<T>,
  refused: (problem: StoreProblem) => boolean,
  instead: () => Promise<U>,
): Promise<T | U> {
  const { value, problem } = await settle(page, work)
  if (!problem) return value
  if (refused(problem)) return instead()
  throw await pageOf(page, problem)
}

/** With when to try again, where the store says so. */
function refusedPage({ traceId, status, details }: StoreProblem) {
  const seconds = details['retryAfterSeconds']
  const retryAfterSeconds = typeof seconds === 'number' ? Math.max(1, seconds) : undefined
  return data(
    { traceId, retryAfterSeconds },
    { status, ...(retryAfterSeconds ? { headers: { 'Retry-After': String(retryAfterSeconds) } } : {}) },
  )
}
