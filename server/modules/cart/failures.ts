/** What can stand in the way of a cart, in words for the shopper. */
import { plural } from '@quayside/words'
import { failure } from '#kit/failure.ts'
import type { InEach, Language } from '#kit/language.ts'
import { Count, Id, Key, List, Text, Type } from '#kit/types.ts'
import { QuantityRule } from '../catalog/index.ts'
import { OutOfStock as StockIsShort } from '../inventory/index.ts'
import { CartState, Missing } from './cart.ts'

export const OutOfStock = failure(
  'cart.out_of_stock',
  409,
  Type.Object(
    { available: Count, lines: StockIsShort.details.properties.lines },
    { additionalProperties: false },
  ),
  {
    en: ({ available, lines }) =>
      lines.length > 1
        ? `${lines.length} items are no longer available in that quantity.`
        : available === 0
          ? 'This has just sold out.'
          : `Only ${available} left.`,
    de: ({ available, lines }) =>
      lines.length > 1
        ? `${lines.length} Artikel sind in dieser Menge nicht mehr verfügbar.`
        : available === 0
          ? 'Das ist gerade ausverkauft.'
          : `Nur noch ${available} verfügbar.`,
    ar: ({ available, lines }) =>
      lines.length > 1
        ? plural('ar', lines.length, {
            two: 'لم يعد منتجان متوفرَين بهذه الكمية.',
            few: 'لم تعد # منتجات متوفرة بهذه الكمية.',
            other: 'لم يعد # منتجاً متوفراً بهذه الكمية.',
          })
        : available === 0
          ? 'نفدت الكمية للتو.'
          : plural('ar', available, {
              one: 'بقيت قطعة واحدة فقط.',
              two: 'بقيت قطعتان فقط.',
              few: 'بقيت # قطع فقط.',
              other: 'بقيت # قطعة فقط.',
            }),
  },
)

const LIMITS: InEach<{
  inSteps: (step: number) => string
  from: (least: number) => string
  upTo: (most: number) => string
  sold: (limits: string[]) => string
}> = {
  en: {
    inSteps: (step) => `in steps of ${step}`,
    from: (least) => `from ${least}`,
    upTo: (most) => `up to ${most} at a time`,
    sold: (limits) => `This is sold ${limits.join(', ')}.`,
  },
  de: {
    inSteps: (step) => `in Schritten von ${step}`,
    from: (least) => `ab ${least}`,
    upTo: (most) => `bis zu ${most} auf einmal`,
    sold: (limits) => `Das wird so verkauft: ${limits.join(', ')}.`,
  },
  ar: {
    inSteps: (step) => `بمضاعفات ${step}`,
    from: (least) => `ابتداءً من ${least}`,
    upTo: (most) => `بحد أقصى ${most} في المرة`,
    sold: (limits) => `يُباع هذا ${limits.join('، ')}.`,
  },
}

/** `This is sold in steps of 6, from 12, up to 48 at a time.` */
export function ruleInWords({ minimum, maximum, step }: QuantityRule, language: Language): string {
  const words = LIMITS[language]
  return words.sold([
    ...(step > 1 ? [words.inSteps(step)] : []),
    ...(minimum > step ? [words.from(minimum)] : []),
    ...(maximum === null ? [] : [words.upTo(maximum)]),
  ])
}

export const WrongQuantity = failure(
  'cart.wrong_quantity',
  422,
  Type.Object({ variantId: Id, quantityRule: QuantityRule }, { additionalProperties: false }),
  {
    en: ({ quantityRule }) => ruleInWords(quantityRule, 'en'),
    de: ({ quantityRule }) => ruleInWords(quantityRule, 'de'),
    ar: ({ quantityRule }) => ruleInWords(quantityRule, 'ar'),
  },
)

export const PartOfBundle = failure(
  'cart.part_of_bundle',
  409,
  Type.Object({ bundleId: Id }, { additionalProperties: false }),
  {
    en: 'This is part of a bundle. Change or remove the whole bundle.',
    de: 'Das gehört zu einem Set. Ändern oder entfernen Sie das ganze Set.',
    ar: 'هذا جزء من مجموعة. غيّر المجموعة كاملة أو أزِلها.',
  },
)

export const NotForSale = failure(
  'cart.not_for_sale',
  409,
  Type.Object({ variantIds: List(Id, 200, { minItems: 1 }) }, { additionalProperties: false }),
  {
    en: ({ variantIds }) =>
      variantIds.length === 1
        ? 'This is no longer for sale. Please take it out of the cart.'
        : `${variantIds.length} items are no longer for sale. Please take them out of the cart.`,
    de: ({ variantIds }) =>
      variantIds.length === 1
        ? 'Das wird nicht mehr verkauft. Bitte nehmen Sie es aus dem Warenkorb.'
        : `${variantIds.length} Artikel werden nicht mehr verkauft. Bitte nehmen Sie sie aus dem Warenkorb.`,
    ar: ({ variantIds }) =>
      variantIds.length === 1
        ? 'لم يعد هذا معروضاً للبيع. يُرجى إزالته من السلة.'
        : plural('ar', variantIds.length, {
            two: 'لم يعد منتجان معروضَين للبيع. يُرجى إزالتهما من السلة.',
            few: 'لم تعد # منتجات معروضة للبيع. يُرجى إزالتها من السلة.',
            other: 'لم يعد # منتجاً معروضاً للبيع. يُرجى إزالتها من السلة.',
          }),
  },
)

export const NotSoldInMarket = failure(
  'cart.not_sold_in_market',
  409,
  Type.Object({ market: Key, names: List(Text(300), 400, { minItems: 1 }) }, { additionalProperties: false }),
  {
    en: ({ names }) => `Not sold in this market: ${names.join(', ')}. Your cart is as it was.`,
    de: ({ names }) =>
      `In diesem Markt nicht erhältlich: ${names.join(', ')}. Ihr Warenkorb ist unverändert.`,
    ar: ({ names }) => `غير متوفر في هذه السوق: ${names.join('، ')}. بقيت سلتك كما كانت.`,
  },
)

export const CartClosed = failure(
  'cart.closed',
  409,
  Type.Object({ state: CartState }, { additionalProperties: false }),
  {
    en: ({ state }) =>
      state === 'completing'
        ? 'This cart is being paid for, so it cannot change now.'
        : state === 'merged'
          ? 'This cart went into another one when you logged in.'
          : state === 'abandoned'
            ? 'This cart was not touched for long. Please go on with your present one.'
            : 'This cart was ordered. Start a new one.',
    de: ({ state }) =>
      state === 'completing'
        ? 'Dieser Warenkorb wird gerade bezahlt und lässt sich deshalb nicht ändern.'
        : state === 'merged'
          ? 'Dieser Warenkorb ging bei Ihrer Anmeldung in einem anderen auf.'
          : state === 'abandoned'
            ? 'Dieser Warenkorb wurde lange nicht angerührt. Bitte machen Sie mit Ihrem jetzigen weiter.'
            : 'Dieser Warenkorb wurde schon bestellt. Beginnen Sie einen neuen.',
    ar: ({ state }) =>
      state === 'completing'
        ? 'يجري الآن دفع ثمن هذه السلة، لذلك لا يمكن تغييرها.'
        : state === 'merged'
          ? 'دُمجت هذه السلة في سلة أخرى عند تسجيل دخولك.'
          : state === 'abandoned'
            ? 'لم تُستخدم هذه السلة منذ مدة طويلة. يُرجى المتابعة بسلتك الحالية.'
            : 'تم طلب هذه السلة من قبل. ابدأ سلة جديدة.',
  },
)

const IN_WORDS: InEach<Record<Missing, string>> = {
  en: {
    items: 'something in the cart',
    email: 'an e-mail address',
    shipping_address: 'an address',
    billing_address: 'an address for the bill',
    delivery: 'a way of delivery',
  },
  de: {
    items: 'etwas im Warenkorb',
    email: 'eine E-Mail-Adresse',
    shipping_address: 'eine Lieferadresse',
    billing_address: 'eine Rechnungsadresse',
    delivery: 'eine Versandart',
  },
  ar: {
    items: 'منتج في السلة',
    email: 'بريد إلكتروني',
    shipping_address: 'عنوان التوصيل',
    billing_address: 'عنوان الفاتورة',
    delivery: 'طريقة التوصيل',
  },
}

export const CartIncomplete = failure(
  'cart.incomplete',
  409,
  Type.Object({ missing: List(Missing, 4, { minItems: 1 }) }, { additionalProperties: false }),
  {
    en: ({ missing }) =>
      `The order still needs ${missing.map((each) => IN_WORDS.en[each as Missing]).join(', ')}.`,
    de: ({ missing }) =>
      `Für die Bestellung fehlt noch: ${missing.map((each) => IN_WORDS.de[each as Missing]).join(', ')}.`,
    ar: ({ missing }) =>
      `ما زال ينقص الطلب: ${missing.map((each) => IN_WORDS.ar[each as Missing]).join('، ')}.`,
  },
)

export const DeliveryNotOffered = failure(
  'cart.delivery_not_offered',
  422,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This way of delivery is not offered for the address. Choose another one.',
    de: 'Diese Versandart gibt es für die Adresse nicht. Bitte wählen Sie eine andere.',
    ar: 'طريقة التوصيل هذه غير متاحة لهذا العنوان. يُرجى اختيار طريقة أخرى.',
  },
)
