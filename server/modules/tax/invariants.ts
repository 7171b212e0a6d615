/** What must always hold of tax rates. */
import type { Invariant } from '#kit/module.ts'

export const invariants: Invariant[] = [
  {
    id: 'tax.overlap',
    says: 'On any day at most one rate of a layer holds for a category in a place.',
    sql: `select a.id, b.id as other from tax.rate a
      join tax.rate b on b.store_id = a.store_id and b.category_id = a.category_id and b.country = a.country
        and b.region is not distinct from a.region and b.layer = a.layer
        and (b.postal_from, b.postal_to) is not distinct from (a.postal_from, a.postal_to) and b.archived_at is null and b.id > a.id
        and daterange(a.starts_on, a.ends_on) && daterange(b.starts_on, b.ends_on)
      where a.archived_at is null`,
  },
]
