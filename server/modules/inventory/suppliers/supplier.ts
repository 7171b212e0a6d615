/** Whom the store buys of. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, failure } from '#kit/failure.ts'
import { Email, Id, Nullable, Text, Type, Version, shape, type Static } from '#kit/types.ts'
import { LeadDays } from '../shapes.ts'

export const Supplier = shape('Supplier', {
  id: Id,
  name: Text(120),
  email: Nullable(Email),
  /** Days from an order to its arrival: what is ordered is expected so much later, unless said otherwise. */
  leadDays: LeadDays,
  note: Nullable(Text(400)),
  version: Version,
})
export type Supplier = Static<typeof Supplier>

export const SupplierNameTaken = failure(
  'inventory.supplier_name_taken',
  409,
  Type.Object({ name: Text(120) }, { additionalProperties: false }),
  {
    en: ({ name }) => `There is a supplier called ${name} already.`,
    de: ({ name }) => `Es gibt schon einen Lieferanten namens ${name}.`,
    ar: ({ name }) => `يوجد مورّد باسم ${name} من قبل.`,
  },
)

export const supplierColumns = sql`s.id, s.name, s.email, s.lead_days as "leadDays", s.note, s.version`

export async function lockSupplier(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<Supplier> {
  const { rows } = await sql<Supplier>`
    select ${supplierColumns} from inventory.supplier s
    where s.store_id = ${ctx.storeId} and s.id = ${id} and s.archived_at is null for update`.execute(ctx.db)
  const [supplier] = rows
  if (!supplier) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== supplier.version)
    throw StaleVersion({ currentVersion: supplier.version })
  return supplier
}

/** Names are given out one at a time, so that two never take the same. */
export async function mustBeFree(ctx: Ctx, name: string, except: string | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inventory.suppliers ${ctx.storeId}`}, 0))`.execute(
    ctx.db,
  )
  const { rows } = await sql`
    select 1 from inventory.supplier where store_id = ${ctx.storeId} and name = ${name} and archived_at is null
      and id is distinct from ${except}::uuid`.execute(ctx.db)
  if (rows.length > 0) throw SupplierNameTaken({ name })
}
