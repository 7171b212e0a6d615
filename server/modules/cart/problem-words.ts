/** What is said of what stands in a cart's way. */
import type { InEach } from '#kit/language.ts'

interface Words {
  notForSale: (name: string) => string
  notSoldLikeThis: (name: string) => string
  soldOut: (name: string) => string
  left: (available: number, name: string) => string
  priceChanged: (name: string, is: string, was: string) => string
  needsDelivery: string
  nowhere: string
  notOffered: string
}

export const PROBLEMS: InEach<Words> = {
  en: {
    notForSale: (name) => `${name} is no longer for sale.`,
    notSoldLikeThis: (name) => `${name} is no longer sold like this.`,
    soldOut: (name) => `${name} has sold out.`,
    left: (available, name) => `Only ${available} of ${name} left.`,
    priceChanged: (name, is, was) => `${name} now costs ${is} instead of ${was}.`,
    needsDelivery: 'This counts once a way of delivery is chosen.',
    nowhere: 'Nothing is delivered to this address.',
    notOffered: 'The way of delivery that was chosen is not offered for this cart any more.',
  },
  de: {
    notForSale: (name) => `${name} wird nicht mehr verkauft.`,
    notSoldLikeThis: (name) => `${name} wird so nicht mehr verkauft.`,
    soldOut: (name) => `${name} ist ausverkauft.`,
    left: (available, name) => `Von ${name} sind nur noch ${available} da.`,
    priceChanged: (name, is, was) => `${name} kostet jetzt ${is} statt ${was}.`,
    needsDelivery: 'Das zählt, sobald eine Versandart gewählt ist.',
    nowhere: 'An diese Adresse wird nicht geliefert.',
    notOffered: 'Die gewählte Versandart gibt es für diesen Warenkorb nicht mehr.',
  },
  ar: {
    notForSale: (name) => `لم يعد ${name} معروضاً للبيع.`,
    notSoldLikeThis: (name) => `لم يعد ${name} يُباع بهذا الشكل.`,
    soldOut: (name) => `نفدت كمية ${name}.`,
    left: (available, name) => `الكمية المتبقية من ${name}: ${available} فقط.`,
    priceChanged: (name, is, was) => `سعر ${name} الآن ${is} بدلاً من ${was}.`,
    needsDelivery: 'يُحتسب هذا بعد اختيار طريقة التوصيل.',
    nowhere: 'لا يوجد توصيل إلى هذا العنوان.',
    notOffered: 'لم تعد طريقة التوصيل المختارة متاحة لهذه السلة.',
  },
}
