/** What the declared access of an operation means for a caller, when the thing that is asked for is Alice's. */
import type { Operation } from '#kit/operation.ts'

/** `in` is not kept out for who asks; an operation may still refuse by its own rules. */
export type Expect = 'in' | 401 | 403 | 404
export type Who = 'anonymous' | 'guest' | 'member' | 'owner' | 'powerless' | 'permitted' | 'key' | 'publicKey'

export function judge(operation: Operation, owned: boolean, who: Who): Expect {
  const { rule } = operation.access
  if (who === 'publicKey' && (operation.kind === 'command' || operation.audience !== 'shop')) return 403
  if (who === 'key' || who === 'publicKey')
    return rule === 'permission' || rule === 'shopper' || rule === 'member' ? 403 : owned ? 404 : 'in'
  if (rule === 'permission')
    return who === 'anonymous' || who === 'guest' ? 401 : who === 'permitted' ? 'in' : 403
  if (rule === 'shopper' && who === 'anonymous') return 401
  if (rule === 'member' && (who === 'anonymous' || who === 'guest')) return 401
  if (owned && who !== 'owner') return 404
  return 'in'
}
