/** What an order's page says of each step, in its reader's language. */
import { plural } from '@quayside/words'
import { isolated, type InEach } from '#kit/language.ts'

interface Words {
  placed: string
  paymentFailed: string
  paid: (amount: string | null) => string
  confirmed: (number: string | null) => string
  sent: (pieces: number | null) => string
  ready: (pieces: number | null, place: string) => string
  delivered: (pieces: number | null) => string
  fetched: (pieces: number | null) => string
  cancelled: string
  expired: string
  refunded: (amount: string | null) => string
}

const items = (pieces: number | null, verb: [one: string, more: string]) =>
  `${pieces === 1 ? '1 item' : `${pieces ?? 'Some'} items`} ${pieces === 1 ? verb[0] : verb[1]}`
const artikel = (pieces: number | null, verb: [one: string, more: string]) =>
  `${pieces ?? 'Einige'} Artikel ${pieces === 1 ? verb[0] : verb[1]}`
const pieces = (count: number | null) =>
  count === null
    ? 'بعض المنتجات'
    : plural('ar', count, { one: 'منتج واحد', two: 'منتجان', few: '# منتجات', other: '# منتجاً' })

export const TIMELINE_WORDS: InEach<Words> = {
  en: {
    placed: 'We have received your order.',
    paymentFailed: 'The payment did not go through.',
    paid: (amount) => `We have received your payment${amount ? ` of ${amount}` : ''}.`,
    confirmed: (number) => `Your order is confirmed${number ? ` under the number ${number}` : ''}.`,
    sent: (count) => `${items(count, ['is', 'are'])} on the way.`,
    ready: (count, place) => `${items(count, ['is', 'are'])} ready to be fetched at ${place}.`,
    delivered: (count) => `${items(count, ['was', 'were'])} delivered.`,
    fetched: (count) => `${items(count, ['was', 'were'])} fetched.`,
    cancelled: 'The order was cancelled.',
    expired: 'The order was not paid in time, so it was closed.',
    refunded: (amount) => `We have paid back${amount ? ` ${amount}` : ''}.`,
  },
  de: {
    placed: 'Wir haben Ihre Bestellung erhalten.',
    paymentFailed: 'Die Zahlung hat nicht geklappt.',
    paid: (amount) => `Wir haben Ihre Zahlung${amount ? ` über ${amount}` : ''} erhalten.`,
    confirmed: (number) => `Ihre Bestellung ist bestätigt${number ? `, unter der Nummer ${number}` : ''}.`,
    sent: (count) => `${artikel(count, ['ist', 'sind'])} unterwegs.`,
    ready: (count, place) => `${artikel(count, ['liegt', 'liegen'])} zur Abholung bereit: ${place}.`,
    delivered: (count) => `${artikel(count, ['wurde', 'wurden'])} zugestellt.`,
    fetched: (count) => `${artikel(count, ['wurde', 'wurden'])} abgeholt.`,
    cancelled: 'Die Bestellung wurde storniert.',
    expired: 'Die Bestellung wurde nicht rechtzeitig bezahlt und deshalb geschlossen.',
    refunded: (amount) => (amount ? `Wir haben ${amount} erstattet.` : 'Wir haben Geld erstattet.'),
  },
  ar: {
    placed: 'استلمنا طلبك.',
    paymentFailed: 'لم تتم عملية الدفع.',
    paid: (amount) => (amount ? `استلمنا دفعتك بمبلغ ${isolated(amount)}.` : 'استلمنا دفعتك.'),
    confirmed: (number) => (number ? `تم تأكيد طلبك بالرقم ${isolated(number)}.` : 'تم تأكيد طلبك.'),
    sent: (count) => `في الطريق: ${pieces(count)}.`,
    ready: (count, place) => `جاهز للاستلام من ${isolated(place)}: ${pieces(count)}.`,
    delivered: (count) => `تم التوصيل: ${pieces(count)}.`,
    fetched: (count) => `تم الاستلام: ${pieces(count)}.`,
    cancelled: 'تم إلغاء الطلب.',
    expired: 'لم يُدفع ثمن الطلب في الوقت المحدد، فأُغلق.',
    refunded: (amount) => (amount ? `رددنا ${isolated(amount)}.` : 'رددنا مبلغاً.'),
  },
}
