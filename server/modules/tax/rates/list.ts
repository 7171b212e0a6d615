/** Rates by country, past and coming ones included. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Country, Id, Type } from '#kit/types.ts'
import { TaxRate } from '../rate.ts'

const order = sorts(
  'TaxRateSort',
  { country: { column: sql`r.country::text`, type: 'text' } },
  { id: 'r.id', first: 'country' },
)

export const list = query({
  id: 'tax.rates.list',
  summary: 'Tax rates by country',
  rest: 'GET /tax/rates',
  audience: 'staff',
  access: permission('tax.read'),
  input: Type.Object({ country: Type.Optional(Country), categoryId: Type.Optional(Id), ...pageInput }),
  output: pageOf(TaxRate),
  async run({ country, categoryId, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('tax.rate as r')
      .select([
        'r.id',
        'r.category_id as categoryId',
        'r.country',
        'r.region',
        'r.postal_from as postalFrom',
        'r.postal_to as postalTo',
        'r.layer',
        'r.compound',
        'r.name',
        'r.rate_basis_points as rateBasisPoints',
        'r.rate_hundredths as rateHundredths',
        'r.starts_on as startsOn',
        'r.ends_on as endsOn',
        'r.version',
      ])
      .where('r.store_id', '=', ctx.storeId)
      .where('r.archived_at', 'is', null)
    if (country) found = found.where(sql`r.country::text`, '=', country)
    if (categoryId) found = found.where('r.category_id', '=', categoryId)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows, ...rest }
  },
})
