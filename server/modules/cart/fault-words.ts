/** What shoppers are told of single fields, in each language. */
import type { InEach } from '#kit/language.ts'

export const tooManyCodes = (most: number): InEach<string> => ({
  en: `A cart holds at most ${most} codes.`,
  de: `Ein Warenkorb fasst höchstens ${most} Codes.`,
  ar: `الحد الأقصى للرموز في السلة ${most}.`,
})

export const SAME_PROMOTION: InEach<string> = {
  en: 'Another code for this offer is entered already.',
  de: 'Ein anderer Code für dieses Angebot ist schon eingegeben.',
  ar: 'أُدخل رمز آخر لهذا العرض من قبل.',
}

export const tooManyOfOne = (most: number): InEach<string> => ({
  en: `At most ${most} of one thing fit in a cart.`,
  de: `Von einem Artikel passen höchstens ${most} in einen Warenkorb.`,
  ar: `الحد الأقصى من المنتج الواحد في السلة ${most}.`,
})

export const tooManyOfThese = (most: number): InEach<string> => ({
  en: `At most ${most} of these fit in a cart.`,
  de: `Davon passen höchstens ${most} in einen Warenkorb.`,
  ar: `الحد الأقصى من هذه في السلة ${most}.`,
})

export const tooManyThings = (most: number): InEach<string> => ({
  en: `A cart holds at most ${most} different things.`,
  de: `Ein Warenkorb fasst höchstens ${most} verschiedene Artikel.`,
  ar: `تتسع السلة لـ ${most} منتجاً مختلفاً على الأكثر.`,
})

export const NO_SUCH_SKU: InEach<string> = {
  en: 'Nothing with this number is sold here.',
  de: 'Unter dieser Nummer wird hier nichts verkauft.',
  ar: 'لا يُباع هنا شيء بهذا الرقم.',
}

export const ON_ITS_OWN_PAGE: InEach<string> = {
  en: 'This is a bundle: choose what is in it on its own page.',
  de: 'Das ist ein Set: Stellen Sie es auf seiner eigenen Seite zusammen.',
  ar: 'هذه مجموعة: اختر محتواها من صفحتها.',
}

/** How many more of it can be had. */
export const onlySoMany = (most: number): InEach<string> =>
  most === 0
    ? {
        en: 'No more of this can be had right now.',
        de: 'Davon ist zurzeit nichts mehr zu haben.',
        ar: 'لا يتوفر المزيد منه حالياً.',
      }
    : {
        en: `Only ${most} of this can be had right now.`,
        de: `Davon sind zurzeit nur ${most} zu haben.`,
        ar: `المتاح منه حالياً ${most} فقط.`,
      }

export const TOTAL_TOO_LARGE: InEach<string> = {
  en: 'The total would be larger than the store can count.',
  de: 'Die Summe wäre größer, als der Shop zählen kann.',
  ar: 'سيكون المجموع أكبر مما يستطيع المتجر حسابه.',
}

export const COMPANY_NEEDED: InEach<string> = {
  en: 'A tax id is that of a company: say its name.',
  de: 'Eine Umsatzsteuer-ID gehört einer Firma: Nennen Sie ihren Namen.',
  ar: 'الرقم الضريبي يخص شركة: اذكر اسمها.',
}

export const NO_SUCH_CHOICE: InEach<string> = {
  en: 'There is no such choice in this bundle.',
  de: 'Diese Auswahl gibt es in diesem Set nicht.',
  ar: 'لا يوجد هذا الاختيار في هذه المجموعة.',
}

export const NOT_OFFERED: InEach<string> = {
  en: 'This cannot be chosen here.',
  de: 'Das lässt sich hier nicht wählen.',
  ar: 'لا يمكن اختيار هذا هنا.',
}

export const CHOSEN_TWICE: InEach<string> = {
  en: 'This is chosen twice. Give its quantity instead.',
  de: 'Das ist zweimal gewählt. Geben Sie stattdessen die Menge an.',
  ar: 'اختير هذا مرتين. اذكر الكمية بدلاً من ذلك.',
}

/** How many are to be chosen, and how many are. */
export function wrongCount(minimum: number, maximum: number, chosen: number): InEach<string> {
  const exact = minimum === maximum
  const open = minimum === 0
  return {
    en: `Choose ${exact ? minimum : open ? `at most ${maximum}` : `${minimum} to ${maximum}`}: ${chosen} so far.`,
    de: `Wählen Sie ${exact ? minimum : open ? `höchstens ${maximum}` : `${minimum} bis ${maximum}`}: bisher ${chosen}.`,
    ar: `اختر ${exact ? minimum : open ? `${maximum} على الأكثر` : `من ${minimum} إلى ${maximum}`}: المختار حتى الآن ${chosen}.`,
  }
}
