import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Type } from '#kit/types.ts'
import { Supplier, supplierColumns } from './supplier.ts'

const byName = sorts(
  'SupplierSort',
  { name: { column: 's.name', type: 'text' } },
  { id: 's.id', first: 'name' },
)

export const list = query({
  id: 'inventory.suppliers.list',
  summary: 'Suppliers by name',
  rest: 'GET /suppliers',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({ ...pageInput }),
  output: pageOf(Supplier),
  async run(page, ctx) {
    const suppliers = sql<Supplier>`(
      select ${supplierColumns} from inventory.supplier s where s.store_id = ${ctx.storeId} and s.archived_at is null)`.as<'s'>(
      's',
    )
    const found = ctx.db.selectFrom(suppliers).selectAll('s')
    const { rows, ...rest } = await readPage(found, page, byName, ctx.db)
    return { items: rows as Supplier[], ...rest }
  },
})
