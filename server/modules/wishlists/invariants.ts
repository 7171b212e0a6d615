/** What must always hold of lists. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'

export const invariants: Invariant[] = [
  {
    id: 'I25.wishlists',
    says: 'Every list is a guest’s or that of an account that is there.',
    sql: `select l.id from wishlists.list l where not l.is_guest and not exists (select from identity.person p where p.id = l.owner_id and p.store_id = l.store_id)`,
  },
]
