/** Somebody answered what was asked about a product. */
import { truncate } from '@quayside/words'
import { languageOf, type InEach } from '#kit/language.ts'
import { button, html, layout } from '../../messages/index.ts'

interface About {
  store: string
  locale: string
  product: string
  question: string
  answer: string
  link: string
}

interface Said {
  subject: (product: string) => string
  title: string
  asked: string
  action: string
}

const WORDS: InEach<Said> = {
  en: {
    subject: (product) => `Your question about ${product} is answered`,
    title: 'There is an answer for you',
    asked: 'You asked:',
    action: 'See it on the product’s page',
  },
  de: {
    subject: (product) => `Ihre Frage zu ${product} ist beantwortet`,
    title: 'Es gibt eine Antwort für Sie',
    asked: 'Sie haben gefragt:',
    action: 'Auf der Produktseite ansehen',
  },
  ar: {
    subject: (product) => `أُجيب عن سؤالك حول ${product}`,
    title: 'وصلتك إجابة',
    asked: 'كان سؤالك:',
    action: 'اطّلع عليها في صفحة المنتج',
  },
}

export function answered({ store, locale, product, question, answer, link }: About) {
  const words = WORDS[languageOf(locale)]
  const paragraphs = [words.asked, question, answer]
  return {
    template: 'reviews.answered',
    subject: words.subject(product),
    text: [words.title, ...paragraphs, `${words.action}: ${link}`, store].join('\n\n'),
    html: layout({
      store,
      locale,
      preview: truncate(answer, 140, locale),
      title: words.title,
      body: html`<p style="margin:0 0 4px;color:#6b6861">${words.asked}</p>
        <p style="margin:0 0 16px;color:#6b6861">${question}</p>
        <p style="margin:0 0 16px;white-space:pre-line">${answer}</p>
        ${button(words.action, link)}`,
    }),
  }
}
