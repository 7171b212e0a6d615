/** A payment was declined. The order waits a little longer, so the mail says what to do and until when. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { letter, type About, type Letter } from './letter.ts'

interface Words {
  subject: (store: string) => string
  title: string
  nothingCharged: string
  tryAgain: string
  orderAgain: string
  payNow: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `Your payment at ${store} did not go through`,
    title: 'Your payment did not go through',
    nothingCharged: 'Nothing was charged.',
    tryAgain:
      'Your things are still set aside for a little while. You can try again, or choose another way to pay.',
    orderAgain: 'Your cart is kept, so you can order again.',
    payNow: 'Pay now',
  },
  de: {
    subject: (store) => `Ihre Zahlung bei ${store} hat nicht geklappt`,
    title: 'Ihre Zahlung hat nicht geklappt',
    nothingCharged: 'Es wurde nichts abgebucht.',
    tryAgain:
      'Ihre Artikel sind noch eine Weile für Sie zurückgelegt. Sie können es noch einmal versuchen oder anders bezahlen.',
    orderAgain: 'Ihr Warenkorb ist noch da, Sie können also neu bestellen.',
    payNow: 'Jetzt bezahlen',
  },
  ar: {
    subject: (store) => `لم تتم عملية الدفع لدى ${isolated(store)}`,
    title: 'لم تتم عملية الدفع',
    nothingCharged: 'لم يُخصم أي مبلغ.',
    tryAgain: 'ما زالت منتجاتك محجوزة لك لبعض الوقت. يمكنك المحاولة مرة أخرى أو اختيار طريقة دفع أخرى.',
    orderAgain: 'سلتك محفوظة، ويمكنك الطلب من جديد.',
    payNow: 'ادفع الآن',
  },
}

export function paymentFailed(about: About): Letter {
  const words = WORDS[languageOf(about.locale)]
  const open = about.order.state === 'pending'
  return letter(about, {
    template: 'orders.paymentFailed',
    subject: words.subject(about.store),
    title: words.title,
    paragraphs: [words.nothingCharged, open ? words.tryAgain : words.orderAgain],
    summary: open,
    ...(open ? { action: words.payNow } : {}),
  })
}
