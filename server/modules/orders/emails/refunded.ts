/** Money went back to the buyer. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { formatMoney } from '@quayside/words'
import type { Money } from '#kit/types.ts'
import { LETTER } from './letter-words.ts'
import { letter, type About, type Letter } from './letter.ts'

interface Words {
  subject: (sum: string) => string
  title: string
  refunded: (sum: string, order: string) => string
  parts: (parts: string) => string
  delivery: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (sum) => `We have refunded ${sum}`,
    title: 'Refund on its way',
    refunded: (sum, order) =>
      `We have refunded ${sum} for ${order}. It goes back the way you paid; banks take a few days to show it.`,
    parts: (parts) => `It is for ${parts}.`,
    delivery: 'the delivery',
  },
  de: {
    subject: (sum) => `Wir haben ${sum} erstattet`,
    title: 'Ihre Erstattung ist unterwegs',
    refunded: (sum, order) =>
      `Wir haben ${sum} für ${order} erstattet. Das Geld geht den Weg zurück, auf dem Sie bezahlt haben; bei Banken dauert das einige Tage.`,
    parts: (parts) => `Erstattet wurde: ${parts}.`,
    delivery: 'der Versand',
  },
  ar: {
    subject: (sum) => `رددنا ${isolated(sum)}`,
    title: 'المبلغ في طريقه إليك',
    refunded: (sum, order) =>
      `رددنا ${isolated(sum)} عن ${order}. يعود المبلغ بالطريقة التي دفعت بها، وقد تحتاج البنوك إلى بضعة أيام لإظهاره.`,
    parts: (parts) => `يشمل ذلك: ${isolated(parts)}.`,
    delivery: 'التوصيل',
  },
}

export function refunded(about: About, amount: Money, refundId: string): Letter {
  const { order, locale } = about
  const language = languageOf(locale)
  const words = WORDS[language]
  const parts = partsOf(order, refundId, words.delivery)
  const sum = formatMoney(amount, locale)
  return letter(about, {
    template: 'orders.refunded',
    subject: words.subject(sum),
    title: words.title,
    paragraphs: [
      words.refunded(sum, LETTER[language].order(order.number)),
      ...(parts.length > 0 ? [words.parts(parts.join(LETTER[language].comma))] : []),
    ],
  })
}

/** Pieces and delivery; a sum that was given for no part in particular needs no list. */
function partsOf(order: About['order'], refundId: string, delivery: string): string[] {
  const refund = order.refunds.find((each) => each.id === refundId)
  if (!refund || refund.lines.length === 0) return []
  const pieces = refund.lines.map(({ orderLineId, quantity }) => {
    const line = order.lines.find((each) => each.id === orderLineId)!
    return `${quantity} × ${line.name}`
  })
  return refund.delivery.amount > 0 ? [...pieces, delivery] : pieces
}
