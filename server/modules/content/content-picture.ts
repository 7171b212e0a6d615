/** A picture of the store in content, with what it shows in words. */
import { Id, Locale, Text, shape, type Static } from '#kit/types.ts'
import { inLocales } from './limits.ts'

export const ContentPicture = shape('ContentPicture', {
  fileId: Id,
  alts: inLocales(shape('ContentPictureAlt', { locale: Locale, alt: Text(500, { min: 0 }) })),
})
export type ContentPicture = Static<typeof ContentPicture>
