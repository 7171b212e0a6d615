/** A confirmed order was cancelled. Who cancels an unpaid order sees it on the page and gets no mail. */
import { languageOf, type InEach } from '#kit/language.ts'
import { LETTER } from './letter-words.ts'
import { letter, type About, type Letter } from './letter.ts'

interface Words {
  subject: (yours: string) => string
  title: string
  cancelled: (yours: string) => string
  paidBack: string
  nothingCharged: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (yours) => `${yours} was cancelled`,
    title: 'Your order was cancelled',
    cancelled: (yours) => `${yours} was cancelled and will not be sent.`,
    paidBack: 'What you have paid goes back the way it came. We write again when it is on its way.',
    nothingCharged: 'Nothing was charged.',
  },
  de: {
    subject: (yours) => `${yours} wurde storniert`,
    title: 'Ihre Bestellung wurde storniert',
    cancelled: (yours) => `${yours} wurde storniert und wird nicht verschickt.`,
    paidBack:
      'Was Sie bezahlt haben, geht den Weg zurück, auf dem es kam. Wir schreiben Ihnen, sobald es unterwegs ist.',
    nothingCharged: 'Es wurde nichts abgebucht.',
  },
  ar: {
    subject: (yours) => `تم إلغاء ${yours}`,
    title: 'تم إلغاء طلبك',
    cancelled: (yours) => `تم إلغاء ${yours} ولن يُشحن.`,
    paidBack: 'يعود إليك ما دفعته بالطريقة نفسها، وسنكتب إليك عند إرساله.',
    nothingCharged: 'لم يُخصم أي مبلغ.',
  },
}

export function cancelled(about: About): Letter {
  const { order, locale } = about
  const language = languageOf(locale)
  const words = WORDS[language]
  const yours = LETTER[language].yours(order.number)
  const isPaidBack = order.payments.some((payment) => payment.captured.amount > 0)
  return letter(about, {
    template: 'orders.cancelled',
    subject: words.subject(yours),
    title: words.title,
    paragraphs: [words.cancelled(yours), isPaidBack ? words.paidBack : words.nothingCharged],
    summary: true,
  })
}
