/** What staff decide of what somebody wrote. */
import { invalid } from '#kit/failure.ts'
import { tidy } from '#kit/text.ts'
import { Nullable, OneOf, Text, Type } from '#kit/types.ts'

/** Spread into inputs. */
export const verdict = {
  state: OneOf('published', 'refused'),
  reason: Type.Optional(Nullable(Text(500))),
}

/** Null: it is published. */
export function refusalOf(state: 'published' | 'refused', reason: string | null | undefined): string | null {
  if (state === 'refused' && !reason) throw invalid('reason', 'required', 'Say why it is refused.')
  if (state === 'published' && reason) throw invalid('reason', 'not_allowed', 'Only a refusal has a reason.')
  return reason ? tidy(reason) : null
}
