/** Questions that are often asked, each with its answer. */
import { List, Locale, Text, shape } from '#kit/types.ts'
import { Title, inLocales } from '../limits.ts'
import { RichText, ShownRichText, showRich } from '../rich-text.ts'
import { blockKind } from './kind.ts'

const MOST_QUESTIONS = 60
const question = Text(300)

export const faq = blockKind({
  kind: 'faq',
  name: 'Faq',
  written: {
    texts: inLocales(shape('FaqBlockText', { locale: Locale, title: Title })),
    questions: List(
      shape('Question', {
        texts: inLocales(shape('QuestionText', { locale: Locale, question, answer: RichText })),
      }),
      MOST_QUESTIONS,
    ),
  },
  shown: {
    title: Title,
    questions: List(shape('ShownQuestion', { question, answer: ShownRichText }), MOST_QUESTIONS),
  },
  show: ({ texts, questions }, at) => {
    const shown = questions.flatMap(({ texts: own }) => {
      const text = at.text(own)
      return text ? [{ question: text.question, answer: showRich(text.answer, at) }] : []
    })
    return shown.length > 0 ? { title: at.text(texts)?.title ?? '', questions: shown } : null
  },
})
