/**
 * Shows a problem document (RFC 9457): what happened, and a number to quote. What belongs to a field
 * is shown beside that field instead.
 */
import type { ReactNode } from 'react'
import { Notice } from './notice.tsx'

export type Problem = {
  title: string
  status: number
  detail?: string | undefined
  code: string
  traceId?: string | undefined
  errors?: { path: string; code: string; message: string }[] | undefined
}

type Props = { of: Problem | null | undefined; reference?: string; action?: ReactNode; className?: string }

export function ProblemNotice({ of: problem, reference, action, className }: Props) {
  if (!problem) return null
  const showsReference = reference && problem.traceId && problem.status >= 500
  return (
    <Notice tone="bad" title={problem.title} action={action} {...(className ? { className } : {})}>
      {problem.detail && <p>{problem.detail}</p>}
      {showsReference && (
        <p className="mt-1 text-sm text-quiet">
          {reference} <code className="select-all">{problem.traceId}</code>
        </p>
      )}
    </Notice>
  )
}
