/** A paper by which somebody buys without tax, as staff see it. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, invalid } from '#kit/failure.ts'
import { tidy } from '#kit/text.ts'
import { Country, Day, Id, Nullable, Text, Version, Words, shape, type Static } from '#kit/types.ts'
import { Region } from '../rate.ts'

export const TaxCertificate = shape(
  'TaxCertificate',
  {
    id: Id,
    /** One of the two: whose it is. */
    customerId: Nullable(Id),
    companyId: Nullable(Id),
    kind: Words(
      'TaxCertificateKind',
      'resale',
      'government',
      'charity',
      'education',
      'agriculture',
      'diplomatic',
      'other',
    ),
    number: Text(80),
    country: Country,
    region: Nullable(Region),
    validFrom: Day,
    /** The last day; null: until it is archived. */
    validTo: Nullable(Day),
    /** The paper itself, a private file. */
    fileId: Nullable(Id),
    version: Version,
  },
  {
    description:
      'It exempts what is handed over in its country, or of a region from the taxes of that region, from `validFrom` to `validTo` in the store’s zone.',
  },
)
export type TaxCertificate = Static<typeof TaxCertificate>

/** Columns of a TaxCertificate in its property names. */
const columns = sql`id, customer_id as "customerId", company_id as "companyId", kind, number, country, region,
  valid_from as "validFrom", valid_to as "validTo", file_id as "fileId", version`

export async function lockCertificate(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<TaxCertificate> {
  const { rows } = await sql<TaxCertificate>`
    select ${columns} from tax.certificate where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return found
}

/** Refuses by its field what does not fit together; tidies what was typed. */
export async function checked(given: TaxCertificate, ctx: Ctx): Promise<TaxCertificate> {
  const { validFrom, validTo, number, region, fileId } = given
  if (validTo !== null && validTo < validFrom)
    throw invalid('validTo', 'before_start', 'It cannot end before it begins.')
  if (fileId !== null && !(await isPrivateFile(ctx, fileId)))
    throw invalid('fileId', 'unknown', 'There is no such private file.')
  return { ...given, number: tidy(number), region: region && tidy(region) }
}

async function isPrivateFile(ctx: Ctx, fileId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from media.file where store_id = ${ctx.storeId} and id = ${fileId}
    and state = 'ready' and visibility = 'private' and archived_at is null`.execute(ctx.db)
  return rows.length > 0
}
