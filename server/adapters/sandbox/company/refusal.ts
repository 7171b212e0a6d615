/** What the company says no with: an RFC 9457 problem, thrown where the rule is and answered at the door. */
const mark = Symbol.for('quayside.sandbox.Refusal')

export type Refusal = Error & {
  status: number
  code: string
  errors: Record<string, string> | undefined
}

export function refusal(
  status: number,
  code: string,
  detail: string,
  errors?: Record<string, string>,
): Refusal {
  return Object.assign(new Error(detail), { [mark]: true, status, code, errors })
}

export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Error && mark in value
}
