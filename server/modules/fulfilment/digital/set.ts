/**
 * Says that a variant is handed over by private files, by licence keys, or by both.
 *
 * What was sold before keeps the files and terms it was handed over with.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Nullable, Type, Version } from '#kit/types.ts'
import { StaleVersion } from '#kit/failure.ts'
import { poolPlace, countPool } from '../keys/pool.ts'
import {
  DigitalTerms,
  DownloadLimit,
  KeyUse,
  LINK_DAYS,
  LinkDays,
  MOST_FILES,
  findTerms,
  readTerms,
} from './terms.ts'

export const set = command({
  id: 'fulfilment.digital.set',
  summary: 'Hand a variant over by files or keys',
  description:
    'Its product is not shippable. `downloadLimit` is for one piece and null for none. With the keys `sold_out` as many can be bought as there are keys.',
  rest: 'PUT /variants/:variantId/digital',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    variantId: Id,
    fileIds: Type.Optional(List(Id, MOST_FILES)),
    downloadLimit: Type.Optional(Nullable(DownloadLimit)),
    linkDays: Type.Optional(LinkDays),
    keys: Type.Optional(KeyUse),
    expectedVersion: Type.Optional(Version),
  }),
  output: DigitalTerms,
  async run({ variantId, expectedVersion, ...given }, ctx) {
    const wanted = { fileIds: [], downloadLimit: null, linkDays: LINK_DAYS, keys: 'none' as const, ...given }
    await lockVariant(ctx, variantId)
    const before = await findTerms(ctx, variantId)
    if (before && expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    if (wanted.fileIds.length === 0 && wanted.keys === 'none')
      throw invalid('fileIds', 'required', 'Name a file, or say that it has licence keys.')
    await checkFiles(ctx, wanted.fileIds)
    if (before && before.keys !== wanted.keys && (await hasKeys(ctx, variantId)))
      throw invalid('keys', 'in_use', 'There are keys in its pool already, so this can no longer change.')
    await write(ctx, variantId, wanted)
    if (wanted.keys === 'sold_out' && before?.keys !== 'sold_out')
      await countPool(ctx, variantId, await poolPlace(ctx), 0, 'fulfilment.digital.set')
    const after = await readTerms(ctx, variantId)
    ctx.audit({ subject: 'fulfilment.digital', subjectId: variantId, before: before ?? null, after })
    return after
  },
})

/** One at a time for a variant. */
export async function lockVariant(ctx: Ctx, variantId: string): Promise<void> {
  const { rows } = await sql<{ shippable: boolean }>`
    select p.shippable from catalog.variant v join catalog.product p on p.id = v.product_id
    where v.store_id = ${ctx.storeId} and v.id = ${variantId} and v.archived_at is null for no key update of v`.execute(
    ctx.db,
  )
  const [variant] = rows
  if (!variant) throw NotFound({})
  if (variant.shippable)
    throw invalid(
      'variantId',
      'shippable',
      'This is sent in a parcel. Say of its product that it is not shippable.',
    )
}

async function checkFiles(ctx: Ctx, fileIds: string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from media.file where store_id = ${ctx.storeId} and id = any(${fileIds}::uuid[]) and visibility = 'private'
      and state = 'ready' and archived_at is null`.execute(ctx.db)
  const known = new Set(rows.map(({ id }) => id))
  fileIds.forEach((id, index) => {
    if (!known.has(id))
      throw invalid(`fileIds.${index}`, 'unknown', 'This is not a private file of the store.')
    if (fileIds.indexOf(id) < index)
      throw invalid(`fileIds.${index}`, 'duplicate', 'This file is there already.')
  })
}

async function hasKeys(ctx: Ctx, variantId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from fulfilment.licence_key where store_id = ${ctx.storeId} and variant_id = ${variantId} limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}

interface Wanted {
  fileIds: string[]
  downloadLimit: number | null
  linkDays: number
  keys: 'none' | 'wait' | 'sold_out'
}

async function write(
  ctx: Ctx,
  variantId: string,
  { fileIds, downloadLimit, linkDays, keys }: Wanted,
): Promise<void> {
  await sql`delete from fulfilment.digital_file where store_id = ${ctx.storeId} and variant_id = ${variantId}`.execute(
    ctx.db,
  )
  await sql`
    with terms as (
      insert into fulfilment.digital as d (variant_id, store_id, download_limit, link_days, keys, created_at, updated_at)
      values (${variantId}, ${ctx.storeId}, ${downloadLimit}, ${linkDays}, ${keys}, ${ctx.now()}, ${ctx.now()})
      on conflict (variant_id) do update set download_limit = excluded.download_limit, link_days = excluded.link_days,
        keys = excluded.keys, version = d.version + 1, updated_at = excluded.updated_at
    )
    insert into fulfilment.digital_file (store_id, variant_id, file_id, position)
    select ${ctx.storeId}, ${variantId}, f.id, f.position - 1 from unnest(${fileIds}::uuid[]) with ordinality as f(id, position)`.execute(
    ctx.db,
  )
}
