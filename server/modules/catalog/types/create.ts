import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { invalid } from '#kit/failure.ts'
import { permission } from '#kit/policy.ts'
import { Key, Type } from '#kit/types.ts'
import { Full } from '../failures.ts'
import { retryClash } from '../variants/variant.ts'
import { CatalogType, MOST_TYPES, TypeAttributes, TypeName, readTypes, writeTypeAttributes } from './type.ts'

export const create = command({
  id: 'catalog.types.create',
  summary: 'Add a type of products',
  rest: 'POST /types',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({ key: Key, name: TypeName, attributes: Type.Optional(TypeAttributes) }),
  output: CatalogType,
  failures: [Full],
  async run({ key, name, attributes = [] }, ctx) {
    const known = await readTypes(ctx)
    if (known.some((type) => type.key === key))
      throw invalid('key', 'taken', 'There is a type with this key already.')
    if (known.length >= MOST_TYPES) throw Full({ limit: MOST_TYPES })
    const id = newId()
    await retryClash(
      sql`insert into catalog.product_type (id, store_id, key, name, created_at, updated_at)
        values (${id}, ${ctx.storeId}, ${key}, ${name}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db),
    )
    await writeTypeAttributes(ctx, id, attributes)
    const [after] = await readTypes(ctx, id)
    ctx.audit({ subject: 'catalog.type', subjectId: id, before: null, after })
    return after!
  },
})
