/**
 * Text with headings, lists, emphasis and links, as data: whoever shows it makes the markup, so that nothing from outside
 * ever is markup.
 */
import { List, Nullable, OneOf, Text, Words, shape, type Static } from '#kit/types.ts'
import { MOST_PARAGRAPHS, MOST_SPANS } from './limits.ts'
import type { Showing } from './showing.ts'
import { ContentTarget, ShownLink } from './target.ts'

const ParagraphKind = Words(
  'ParagraphKind',
  'paragraph',
  'heading',
  'subheading',
  'bullet',
  'number',
  'quote',
)
const span = { text: Text(5000, { min: 0 }), marks: List(OneOf('strong', 'emphasis'), 2) }

export const Span = shape('Span', { ...span, link: Nullable(ContentTarget) })
export const Paragraph = shape('Paragraph', { kind: ParagraphKind, spans: List(Span, MOST_SPANS) })
/** `bullet` and `number` are lines of a list: those that follow each other are one. */
export const RichText = List(Paragraph, MOST_PARAGRAPHS)
export type RichText = Static<typeof RichText>

export const ShownSpan = shape('ShownSpan', { ...span, link: Nullable(ShownLink) })
export const ShownParagraph = shape('ShownParagraph', {
  kind: ParagraphKind,
  spans: List(ShownSpan, MOST_SPANS),
})
export const ShownRichText = List(ShownParagraph, MOST_PARAGRAPHS)

/** What a link leads to may be gone: its words stay. */
export const showRich = (text: RichText, at: Showing): Static<typeof ShownRichText> =>
  text.map(({ kind, spans }) => ({
    kind,
    spans: spans.map((each) => ({ ...each, link: at.link(each.link) })),
  }))
