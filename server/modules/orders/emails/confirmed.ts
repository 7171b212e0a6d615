/** The order is paid and will be sent: the one mail every buyer gets. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { LETTER } from './letter-words.ts'
import { dayOf, letter, placeOf, type About, type Letter } from './letter.ts'

interface Words {
  subject: (yours: string, store: string) => string
  title: string
  paid: (yours: string) => string
  confirmed: (yours: string) => string
  preOrder: (quantity: number, name: string, day: string | null) => string
  onItsWay: (quantity: number, name: string, day: string | null) => string
  chargedLater: string
  asGuest: string
  keep: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (yours, store) => `${yours} at ${store}`,
    title: 'Thank you for your order',
    paid: (yours) => `We have received your payment. ${yours} is confirmed.`,
    confirmed: (yours) => `${yours} is confirmed.`,
    preOrder: (quantity, name, day) =>
      `${quantity} × ${name} is a pre-order: it ships ${day ? `from ${day} on` : 'as soon as it is here'}.`,
    onItsWay: (quantity, name, day) =>
      `${quantity} × ${name} is on its way to us: it ships ${day ? `from ${day} on` : 'as soon as it is here'}.`,
    chargedLater: 'Your payment is approved; the money is taken when the goods leave.',
    asGuest: 'You ordered as a guest.',
    keep: 'Keep this order in an account',
  },
  de: {
    subject: (yours, store) => `${yours} bei ${store}`,
    title: 'Vielen Dank für Ihre Bestellung',
    paid: (yours) => `Ihre Zahlung ist angekommen. ${yours} ist bestätigt.`,
    confirmed: (yours) => `${yours} ist bestätigt.`,
    preOrder: (quantity, name, day) =>
      `${quantity} × ${name} ist vorbestellt und geht auf den Weg, ${day ? `ab dem ${day}` : 'sobald es da ist'}.`,
    onItsWay: (quantity, name, day) =>
      `${quantity} × ${name} ist noch unterwegs zu uns und geht auf den Weg, ${day ? `ab dem ${day}` : 'sobald es da ist'}.`,
    chargedLater: 'Ihre Zahlung ist genehmigt; abgebucht wird, wenn die Ware uns verlässt.',
    asGuest: 'Sie haben als Gast bestellt.',
    keep: 'Diese Bestellung in einem Konto aufbewahren',
  },
  ar: {
    subject: (yours, store) => `${yours} من ${isolated(store)}`,
    title: 'شكراً لطلبك',
    paid: (yours) => `استلمنا دفعتك، وتم تأكيد ${yours}.`,
    confirmed: (yours) => `تم تأكيد ${yours}.`,
    preOrder: (quantity, name, day) =>
      `${quantity} × ${isolated(name)} طلب مسبق: ${day ? `يُشحن ابتداءً من ${day}` : 'يُشحن فور وصوله إلينا'}.`,
    onItsWay: (quantity, name, day) =>
      `${quantity} × ${isolated(name)} في الطريق إلينا: ${day ? `يُشحن ابتداءً من ${day}` : 'يُشحن فور وصوله'}.`,
    chargedLater: 'تمت الموافقة على الدفع، ويُخصم المبلغ عند خروج البضاعة من المخزن.',
    asGuest: 'لقد طلبت كزائر.',
    keep: 'احفظ هذا الطلب في حساب',
  },
}

export function confirmed(about: About): Letter {
  const { order, store, locale } = about
  const language = languageOf(locale)
  const words = WORDS[language]
  const yours = LETTER[language].yours(order.number)
  return letter(about, {
    template: 'orders.confirmed',
    subject: words.subject(yours, store),
    title: words.title,
    paragraphs: [
      order.paymentStanding === 'paid' ? words.paid(yours) : words.confirmed(yours),
      ...whatComesLater(about, words),
    ],
    summary: true,
    panels: placeOf(about),
    offer: about.keepLink ? { text: words.asGuest, action: words.keep, link: about.keepLink } : null,
  })
}

/** `2 × Tea is a pre-order: it ships from 12 March 2026 on.` */
function whatComesLater({ order, locale }: About, words: Words): string[] {
  const told = order.lines.flatMap(({ name, promise }) => {
    if (!promise) return []
    const { kind, shipsOn, quantity } = promise
    const day = shipsOn && dayOf(shipsOn, { locale, timeZone: 'UTC' })
    return [kind === 'pre_order' ? words.preOrder(quantity, name, day) : words.onItsWay(quantity, name, day)]
  })
  const isLater = told.length > 0 && order.paymentStanding === 'authorised'
  return isLater ? [...told, words.chargedLater] : told
}
