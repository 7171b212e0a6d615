/** Somebody of the shop placed the order for the buyer, who pays it by the link. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { formatMoney } from '@quayside/words'
import { letter, type About, type Letter } from './letter.ts'

interface Words {
  subject: (store: string) => string
  title: string
  pay: (sum: string) => string
  notCharged: string
  action: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `Your order at ${store} is ready to be paid`,
    title: 'We have prepared your order',
    pay: (sum) =>
      `As agreed, we have placed this order for you. Pay ${sum} on its page, and we will send it.`,
    notCharged:
      'Nothing has been charged. If this is not what you wanted, leave it unpaid or cancel it there.',
    action: 'See and pay your order',
  },
  de: {
    subject: (store) => `Ihre Bestellung bei ${store} wartet auf Ihre Zahlung`,
    title: 'Wir haben Ihre Bestellung vorbereitet',
    pay: (sum) =>
      `Wie besprochen haben wir diese Bestellung für Sie aufgegeben. Bezahlen Sie ${sum} auf ihrer Seite, dann schicken wir sie ab.`,
    notCharged:
      'Es wurde nichts abgebucht. Wenn Sie das nicht wollten, bezahlen Sie nicht oder stornieren Sie sie dort.',
    action: 'Bestellung ansehen und bezahlen',
  },
  ar: {
    subject: (store) => `طلبك لدى ${isolated(store)} جاهز للدفع`,
    title: 'جهّزنا طلبك',
    pay: (sum) => `كما اتفقنا، سجّلنا هذا الطلب لك. ادفع ${isolated(sum)} من صفحته وسنرسله إليك.`,
    notCharged: 'لم يُخصم أي مبلغ. إن لم يكن هذا ما أردته فلا تدفع، أو ألغِه من صفحته.',
    action: 'عرض الطلب والدفع',
  },
}

export function placedForYou(about: About): Letter {
  const words = WORDS[languageOf(about.locale)]
  return letter(about, {
    template: 'orders.placed_for_you',
    subject: words.subject(about.store),
    title: words.title,
    paragraphs: [words.pay(formatMoney(about.order.totals.total, about.locale)), words.notCharged],
    summary: true,
    action: words.action,
  })
}
