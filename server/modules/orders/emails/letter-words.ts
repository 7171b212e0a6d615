/** What the mails about an order have in common, in each language. */
import { isolated, type InEach } from '#kit/language.ts'

interface Words {
  /** Inside a sentence: `order 1001`; before it has a number, `your order`. */
  order: (number: string | number | null) => string
  /** `Your order 1001`. */
  yours: (number: string | number | null) => string
  see: string
  subtotal: string
  deposits: string
  taxNotCharged: string
  tax: string
  taxIncluded: string
  total: string
  inBundle: (quantity: number, name: string) => string
  sentTo: string
  fetchedAt: string
  item: string
  comma: string
}

export const LETTER: InEach<Words> = {
  en: {
    order: (number) => (number === null ? 'your order' : `order ${number}`),
    yours: (number) => (number === null ? 'Your order' : `Your order ${number}`),
    see: 'See your order',
    subtotal: 'Subtotal',
    deposits: 'Deposits',
    taxNotCharged: 'Tax not charged',
    tax: 'Tax',
    taxIncluded: 'Tax included',
    total: 'Total',
    inBundle: (quantity, name) => `In ${quantity} × ${name}`,
    sentTo: 'It goes to',
    fetchedAt: 'You can fetch it at',
    item: 'item',
    comma: ', ',
  },
  de: {
    order: (number) => (number === null ? 'Ihre Bestellung' : `Bestellung ${number}`),
    yours: (number) => (number === null ? 'Ihre Bestellung' : `Ihre Bestellung ${number}`),
    see: 'Bestellung ansehen',
    subtotal: 'Zwischensumme',
    deposits: 'Pfand',
    taxNotCharged: 'Nicht berechnete Steuer',
    tax: 'Steuer',
    taxIncluded: 'Enthaltene Steuer',
    total: 'Gesamtsumme',
    inBundle: (quantity, name) => `In ${quantity} × ${name}`,
    sentTo: 'Lieferadresse',
    fetchedAt: 'Abholung bei',
    item: 'Artikel',
    comma: ', ',
  },
  ar: {
    order: (number) => (number === null ? 'طلبك' : `الطلب رقم ${isolated(number)}`),
    yours: (number) => (number === null ? 'طلبك' : `طلبك رقم ${isolated(number)}`),
    see: 'عرض الطلب',
    subtotal: 'المجموع الفرعي',
    deposits: 'التأمينات',
    taxNotCharged: 'ضريبة غير محتسبة',
    tax: 'الضريبة',
    taxIncluded: 'تشمل ضريبة',
    total: 'المجموع',
    inBundle: (quantity, name) => `ضمن ${quantity} × ${isolated(name)}`,
    sentTo: 'عنوان التوصيل',
    fetchedAt: 'مكان الاستلام',
    item: 'منتج',
    comma: '، ',
  },
}
