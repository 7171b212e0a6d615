/** What search engines, and those whom a page is shared with, are told in place of a name and a description. Null: these. */
import { Nullable, Text } from '#kit/types.ts'

export const meta = { metaTitle: Nullable(Text(200)), metaDescription: Nullable(Text(500)) }

/** Arguments of json_build_object, as SQL; `t` is a text. */
export const metaText = (t: string) =>
  `'metaTitle', ${t}.meta_title, 'metaDescription', ${t}.meta_description`
