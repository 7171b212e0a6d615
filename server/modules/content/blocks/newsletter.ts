/** Where readers ask for the letters of the shop. */
import { Locale, shape } from '#kit/types.ts'
import { Lead, Title, inLocales } from '../limits.ts'
import { blockKind } from './kind.ts'

export const newsletter = blockKind({
  kind: 'newsletter',
  name: 'Newsletter',
  written: {
    texts: inLocales(shape('NewsletterBlockText', { locale: Locale, title: Title, lead: Lead })),
  },
  shown: { title: Title, lead: Lead },
  show: ({ texts }, at) => {
    const { title = '', lead = '' } = at.text(texts) ?? {}
    return { title, lead }
  },
})
