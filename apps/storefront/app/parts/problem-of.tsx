/** A problem in the shop's words: which it is, what the store says about it, and the number to quote. */
import { ProblemNotice } from '@quayside/ui'
import type { ReactNode } from 'react'
import type { StoreProblem } from '../problem.ts'
import { useWords } from './use-words.ts'

type Props = {
  problem: StoreProblem | null | undefined
  detail?: string | undefined
  action?: ReactNode
  className?: string
}

export function ProblemOf({ problem, detail, action, className }: Props) {
  const words = useWords().problems
  if (!problem) return null
  const isFormFault = (problem.errors?.length ?? 0) > 0
  const title = words.titles[problem.code] ?? (isFormFault ? words.check : words.general)
  const told =
    problem.status === 503 && !words.titles[problem.code]
      ? words.away
      : problem.status >= 500 && !words.titles[problem.code]
        ? words.internal
        : isFormFault
          ? problem.errors!.map((error) => error.message).join(' ')
          : problem.detail
  return (
    <ProblemNotice
      of={{ ...problem, title, detail: detail ?? told }}
      reference={words.reference}
      action={action}
      className={className ?? 'mb-6'}
    />
  )
}
