/** Where links in content lead: to things of the shop by their id, so that they follow a new address, or to any address. */
import { Id, Nullable, Slug, Type, Words, shape, type Static } from '#kit/types.ts'

/** Into the shop (`/...`), to another site, or to a mailbox or telephone; nothing that a browser would run. */
export const Address = Type.String({
  pattern: '^(https?://|/(?![/\\\\])|mailto:|tel:\\+)[^\\s\\\\<>"]*$',
  maxLength: 2048,
  scalar: 'Link',
})

/** Those that are there in every shop, without an id. */
const PLACES = ['home', 'products', 'journal'] as const
/** Those that have an id. */
const THINGS = ['category', 'collection', 'product', 'document'] as const
export type Thing = (typeof THINGS)[number]

export const ContentTarget = shape(
  'ContentTarget',
  {
    kind: Words('ContentTargetKind', ...PLACES, ...THINGS, 'address'),
    id: Nullable(Id),
    address: Nullable(Address),
  },
  { description: 'A category, collection, product or document has an `id`, an address has an `address`.' },
)
export type ContentTarget = Static<typeof ContentTarget>

export const isThing = (kind: string): kind is Thing => (THINGS as readonly string[]).includes(kind)

export const ShownLink = shape(
  'ShownLink',
  {
    kind: Words('ShownLinkKind', ...PLACES, 'category', 'collection', 'product', 'page', 'post', 'address'),
    slug: Nullable(Slug),
    url: Nullable(Address),
  },
  { description: 'A category, collection, product, page or post has a `slug`, an address has a `url`.' },
)
export type ShownLink = Static<typeof ShownLink>
