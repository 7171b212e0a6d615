/** Gives products their type and all their attributes, in two statements for all of them. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Cell } from '#kit/resource.ts'
import { thousandthsOf } from '../attributes/values.ts'
import type { KnownAttribute } from './references.ts'

export interface ProductValue {
  productId: string
  typeId: string | null
  given: (KnownAttribute & { value: Cell })[]
}

export async function putAttributes(ctx: Ctx, products: ProductValue[]): Promise<void> {
  const typed = products.map(({ productId, typeId }) => ({ productId, typeId }))
  await sql`
    with given as (select * from json_to_recordset(${JSON.stringify(typed)}) as g("productId" uuid, "typeId" uuid)),
    gone as (
      delete from catalog.product_attribute a using given g where a.store_id = ${ctx.storeId} and a.product_id = g."productId"
    )
    update catalog.product p set product_type_id = g."typeId" from given g
    where p.store_id = ${ctx.storeId} and p.id = g."productId" and p.product_type_id is distinct from g."typeId"`.execute(
    ctx.db,
  )
  const rows = products.flatMap(({ productId, given }) =>
    given.flatMap((each) => rowsOf(each).map((row) => ({ ...row, productId }))),
  )
  if (rows.length === 0) return
  await sql`
    insert into catalog.product_attribute (store_id, product_id, attribute_id, kind, position, words, thousandths, flag, day, choice_id)
    select ${ctx.storeId}, "productId", "attributeId", kind, position, words, thousandths, flag, day, "choiceId"
    from json_to_recordset(${JSON.stringify(rows)}) as a("productId" uuid, "attributeId" uuid, kind text, position int, words text,
      thousandths bigint, flag boolean, day date, "choiceId" uuid)`.execute(ctx.db)
}

function rowsOf({ id: attributeId, kind, choices, value }: KnownAttribute & { value: Cell }): object[] {
  if (kind === 'choice')
    return (value as string[]).map((key, position) => ({
      attributeId,
      kind,
      position,
      choiceId: choices[key],
    }))
  const written = {
    text: () => ({ words: value }),
    number: () => ({ thousandths: thousandthsOf(String(value), '') }),
    flag: () => ({ flag: value }),
    day: () => ({ day: value }),
  }[kind]()
  return [{ attributeId, kind, position: 0, ...written }]
}
