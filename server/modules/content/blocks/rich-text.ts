/** Running text, with a heading or without. */
import { Locale, shape } from '#kit/types.ts'
import { Title, inLocales } from '../limits.ts'
import { RichText, ShownRichText, showRich } from '../rich-text.ts'
import { blockKind } from './kind.ts'

export const richText = blockKind({
  kind: 'rich_text',
  name: 'RichText',
  written: {
    texts: inLocales(shape('RichTextBlockText', { locale: Locale, title: Title, body: RichText })),
  },
  shown: { title: Title, body: ShownRichText },
  show: ({ texts }, at) => {
    const text = at.text(texts)
    return text && { title: text.title, body: showRich(text.body, at) }
  },
})
