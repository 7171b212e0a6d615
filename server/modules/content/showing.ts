/**
 * How content is shown: in the reader's languages, with pictures and addresses as they are now.
 *
 * What content names may be gone; then it is as if it had not been named.
 */
import { soldIn } from '../catalog/index.ts'
import { pictureText, type Picture } from '../media/index.ts'
import type { ContentPicture } from './content-picture.ts'
import type { ContentTarget, ShownLink } from './target.ts'

interface Named {
  name: string
  slug: string
}

/** What a revision or menu names, by id, as it is now. */
export interface Found {
  files: Record<string, Picture> | null
  products: Record<string, Named> | null
  categories: Record<string, Named> | null
  collections: Record<string, Named> | null
  documents: Record<string, Named & { kind: string }> | null
}

export interface Showing {
  /** The first of the reader's languages. */
  locale: string
  /** In the first of the reader's languages that it is there in. */
  text<T extends { locale: string }>(texts: readonly T[]): T | null
  picture(picture: ContentPicture | null): Picture | null
  link(target: ContentTarget | null): ShownLink | null
  /** What the thing itself is called. */
  nameOf(target: ContentTarget | null): string
  product(id: string | null): string | null
  category(id: string | null): string | null
  collection(id: string | null): string | null
}

export function showing(found: Found, locales: readonly string[]): Showing {
  const text: Showing['text'] = (texts) => {
    for (const locale of locales) {
      const first = texts.find((each) => each.locale === locale)
      if (first) return first
    }
    return null
  }
  const thing = ({
    kind,
    id,
  }: ContentTarget): { kind: string; slug: string | null; name?: string } | null => {
    if (id === null) return null
    if (kind === 'document') return found.documents?.[id] ?? null
    const among = { product: found.products, category: found.categories, collection: found.collections }
    const named = among[kind as keyof typeof among]?.[id]
    return named ? { kind, ...named } : null
  }
  return {
    locale: locales[0] ?? '',
    text,
    picture: (picture) => {
      const shown = picture && found.files?.[picture.fileId]
      return shown ? { ...shown, alt: text(picture.alts)?.alt ?? '' } : null
    },
    link: (target) => {
      if (!target) return null
      if (target.kind === 'address') return { kind: 'address', slug: null, url: target.address }
      if (target.id === null) return { kind: target.kind, slug: null, url: null } as ShownLink
      const there = thing(target)
      return there && ({ kind: there.kind, slug: there.slug, url: null } as ShownLink)
    },
    nameOf: (target) => (target && thing(target)?.name) || '',
    product: (id) => (id && found.products?.[id]?.slug) || null,
    category: (id) => (id && found.categories?.[id]?.slug) || null,
    collection: (id) => (id && found.collections?.[id]?.slug) || null,
  }
}

const named = (kind: string, key: string, condition: string) => `(
    select json_object_agg(x.id, json_build_object('name', t.name, 'slug', t.slug)) from catalog.${kind} x
    cross join lateral (select n.name, n.slug from catalog.${kind}_text n where n.${kind}_id = x.id and n.locale = any($2)
      order by array_position($2, n.locale) limit 1) t
    where x.store_id = $1 and x.id = any(${key}) and x.archived_at is null ${condition})`

/** JSON of a Found, as SQL; `row` is a revision or a menu. $1 is the store, $2 the languages, $3 the channel. */
export const foundText = (row: string) => `json_build_object(
  'files', (select json_object_agg(f.id, ${pictureText('f', "''")}) from media.file f where f.store_id = $1 and f.id = any(${row}.file_ids)
    and f.visibility = 'public' and f.state = 'ready' and f.archived_at is null and f.width is not null),
  'products', ${named('product', `${row}.product_ids`, `and x.state = 'published' and ${soldIn('x', '$3::uuid')}`)},
  'categories', ${named('category', `${row}.category_ids`, '')},
  'collections', ${named('collection', `${row}.collection_ids`, '')},
  'documents', (select json_object_agg(d.id, json_build_object('kind', d.kind, 'slug', (
      select a.slug from content.address a where a.document_id = d.id and a.locale = any($2) order by array_position($2, a.locale) limit 1), 'name', (
      select t->>'title' from content.revision n, jsonb_array_elements(n.texts) t
      where n.document_id = d.id and n.number = d.published_revision and t->>'locale' = any($2) order by array_position($2, t->>'locale') limit 1)))
    from content.document d where d.store_id = $1 and d.id = any(${row}.document_ids) and d.published_revision is not null))`
