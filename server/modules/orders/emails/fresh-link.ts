/** The link to an order, asked for on its page by somebody who need not be its buyer: only the buyer gets it. */
import { languageOf, type InEach } from '#kit/language.ts'
import { LETTER } from './letter-words.ts'
import { letter, type About, type Letter } from './letter.ts'

interface Words {
  subject: (number: string) => string
  title: string
  asked: (order: string) => string
  notYou: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (number) => `The link to your order ${number}`.trimEnd(),
    title: 'Here is your order again',
    asked: (order) =>
      `Somebody asked for the link to ${order}. It opens your order without a password, so keep it to yourself.`,
    notYou: 'If it was not you, there is nothing to do: nobody else got it.',
  },
  de: {
    subject: (number) => `Der Link zu Ihrer Bestellung ${number}`.trimEnd(),
    title: 'Hier ist Ihre Bestellung wieder',
    asked: (order) =>
      `Jemand hat um den Link gebeten (${order}). Er öffnet die Bestellung ohne Passwort, geben Sie ihn also nicht weiter.`,
    notYou: 'Wenn Sie das nicht waren, müssen Sie nichts tun: Niemand sonst hat ihn bekommen.',
  },
  ar: {
    subject: (number) => `رابط طلبك ${number}`.trimEnd(),
    title: 'إليك طلبك مرة أخرى',
    asked: (order) => `طلب أحدهم رابط ${order}. يفتح الرابط طلبك من دون كلمة مرور، فاحتفظ به لنفسك.`,
    notYou: 'إن لم تكن أنت من طلبه فلا حاجة إلى أي إجراء: لم يصل الرابط إلى أحد غيرك.',
  },
}

export function freshLink(about: About): Letter {
  const language = languageOf(about.locale)
  const words = WORDS[language]
  const { number } = about.order
  return letter(about, {
    template: 'orders.fresh_link',
    subject: words.subject(String(number ?? '')),
    title: words.title,
    paragraphs: [words.asked(LETTER[language].order(number)), words.notYou],
  })
}
