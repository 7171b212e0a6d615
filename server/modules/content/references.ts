/** What content names: found by walking it, checked in one statement, kept beside it so that it is read in one. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { checkTexts } from '#kit/slugs.ts'
import { isThing, type ContentTarget, type Thing } from './target.ts'

type Kind = 'file' | Thing
interface Reference {
  kind: Kind
  id: string
  path: string
}

export interface Referenced {
  file_ids: string[]
  product_ids: string[]
  category_ids: string[]
  collection_ids: string[]
  document_ids: string[]
}

/** Keys under which an id stands by itself. */
const KEYS: Record<string, Kind> = {
  fileId: 'file',
  productId: 'product',
  categoryId: 'category',
  collectionId: 'collection',
}
const SAYS: Record<Kind, string> = {
  file: 'This is not a public picture of the store.',
  product: 'There is no such product.',
  category: 'There is no such category.',
  collection: 'There is no such collection.',
  document: 'There is no such page or journal entry.',
}

const isTarget = (value: object): value is ContentTarget =>
  'kind' in value && 'id' in value && 'address' in value

/** Also refuses targets without what their kind needs, and two texts in one language. */
export function referencesIn(value: unknown, path: string): Reference[] {
  if (Array.isArray(value)) {
    if (value.some((each) => typeof each === 'object' && each !== null && 'locale' in each))
      checkTexts(value, path)
    return value.flatMap((each, index) => referencesIn(each, `${path}.${index}`))
  }
  if (typeof value !== 'object' || value === null) return []
  if (isTarget(value)) return referenceOf(value, path)
  return Object.entries(value).flatMap(([key, inner]) => {
    const kind = KEYS[key]
    if (!kind) return referencesIn(inner, `${path}.${key}`)
    return typeof inner === 'string' ? [{ kind, id: inner, path: `${path}.${key}` }] : []
  })
}

function referenceOf({ kind, id, address }: ContentTarget, path: string): Reference[] {
  const thing = isThing(kind)
  if ((id !== null) !== thing)
    throw thing
      ? invalid(`${path}.id`, 'required', 'Say which one.')
      : invalid(`${path}.id`, 'not_allowed', 'Only things of the shop have an id.')
  if ((address !== null) !== (kind === 'address'))
    throw kind === 'address'
      ? invalid(`${path}.address`, 'required', 'Say which address.')
      : invalid(`${path}.address`, 'not_allowed', 'Only an address has one.')
  return thing ? [{ kind, id: id!, path: `${path}.id` }] : []
}

export function referenced(references: Reference[]): Referenced {
  const ids = (kind: Kind) => [
    ...new Set(references.filter((each) => each.kind === kind).map(({ id }) => id)),
  ]
  return {
    file_ids: ids('file'),
    product_ids: ids('product'),
    category_ids: ids('category'),
    collection_ids: ids('collection'),
    document_ids: ids('document'),
  }
}

/** What was named before may be gone by now: only what is new must be there. */
export async function checkReferences(
  ctx: Ctx,
  references: Reference[],
  before: Partial<Referenced> = {},
): Promise<void> {
  const known = new Set(Object.values(before).flat())
  const fresh = references.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  const asked = referenced(fresh)
  const live = (table: string, ids: string[]) =>
    sql`select id from ${sql.raw(table)} where store_id = ${ctx.storeId} and id = any(${ids}::uuid[]) and archived_at is null`
  const { rows } = await sql<{ id: string }>`
    ${live('media.file', asked.file_ids)} and visibility = 'public' and state = 'ready' and type like 'image/%'
    union all ${live('catalog.product', asked.product_ids)}
    union all ${live('catalog.category', asked.category_ids)}
    union all ${live('catalog.collection', asked.collection_ids)}
    union all ${live('content.document', asked.document_ids)} and kind in ('page', 'post')`.execute(ctx.db)
  const there = new Set(rows.map(({ id }) => id))
  const missing = fresh.find(({ id }) => !there.has(id))
  if (missing) throw invalid(missing.path, 'unknown', SAYS[missing.kind])
}
