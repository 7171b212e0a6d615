import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { Company, columns } from './company.ts'

const order = sorts(
  'CompanySort',
  { name: { column: 'c.name', type: 'text' } },
  { id: 'c.id', first: 'name' },
)

export const list = query({
  id: 'customers.companies.list',
  summary: 'Companies, by name',
  rest: 'GET /companies',
  audience: 'staff',
  access: permission('customers.read'),
  input: Type.Object(pageInput),
  output: pageOf(Company),
  async run(page, ctx) {
    const companies = sql<Company>`(select ${columns} from customers.company c
      where c.store_id = ${ctx.storeId} and c.archived_at is null)`.as<'c'>('c')
    const found = ctx.db.selectFrom(companies).selectAll('c')
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows, ...rest }
  },
})
