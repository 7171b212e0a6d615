/** Money came after the order was confirmed, or a part of it before. What confirms an order is told by its confirmation. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { formatMoney } from '@quayside/words'
import type { Money } from '#kit/types.ts'
import { LETTER } from './letter-words.ts'
import { letter, type About, type Letter } from './letter.ts'

const WORDS: InEach<{
  subject: (order: string) => string
  title: string
  received: (sum: string, order: string) => string
}> = {
  en: {
    subject: (order) => `We have received your payment for ${order}`,
    title: 'Payment received',
    received: (sum, order) => `We have received ${sum} for ${order}. Thank you.`,
  },
  de: {
    subject: (order) => `Ihre Zahlung für ${order} ist da`,
    title: 'Zahlung erhalten',
    received: (sum, order) => `Wir haben ${sum} für ${order} erhalten. Vielen Dank.`,
  },
  ar: {
    subject: (order) => `استلمنا دفعتك عن ${order}`,
    title: 'استلمنا دفعتك',
    received: (sum, order) => `استلمنا ${isolated(sum)} عن ${order}. شكراً لك.`,
  },
}

export function paymentReceived(about: About, amount: Money): Letter {
  const language = languageOf(about.locale)
  const words = WORDS[language]
  const order = LETTER[language].order(about.order.number)
  return letter(about, {
    template: 'orders.paymentReceived',
    subject: words.subject(order),
    title: words.title,
    paragraphs: [words.received(formatMoney(amount, about.locale), order)],
  })
}
