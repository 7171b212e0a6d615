/** Why a promotion does not hold here, in words for the shopper. */
import { formatDate, formatMoney, plural } from '@quayside/words'
import { failure } from '#kit/failure.ts'
import type { Language } from '#kit/language.ts'
import { Instant, Int, List, Money, Nullable, Text, Type } from '#kit/types.ts'

const None = Type.Object({}, { additionalProperties: false })

/** Which day it is where it is nowhere in particular: a shopper needs no hour. */
const dayIn = (language: Language, at: string) =>
  formatDate(at, { look: 'day', locale: language, timeZone: 'UTC' })

export const CodeUnknown = failure('promotions.code_unknown', 422, None, {
  en: 'We do not know this code. Please look at its spelling.',
  de: 'Diesen Code kennen wir nicht. Bitte prüfen Sie die Schreibweise.',
  ar: 'لا نعرف هذا الرمز. يُرجى التحقق من كتابته.',
})

export const NotYet = failure(
  'promotions.not_yet',
  409,
  Type.Object({ startsAt: Instant }, { additionalProperties: false }),
  {
    en: ({ startsAt }) => `This offer starts on ${startsAt.slice(0, 10)}.`,
    de: ({ startsAt }) => `Dieses Angebot beginnt am ${dayIn('de', startsAt)}.`,
    ar: ({ startsAt }) => `يبدأ هذا العرض في ${dayIn('ar', startsAt)}.`,
  },
)

export const Over = failure(
  'promotions.over',
  409,
  Type.Object({ endedAt: Instant }, { additionalProperties: false }),
  {
    en: ({ endedAt }) => `This offer ended on ${endedAt.slice(0, 10)}.`,
    de: ({ endedAt }) => `Dieses Angebot endete am ${dayIn('de', endedAt)}.`,
    ar: ({ endedAt }) => `انتهى هذا العرض في ${dayIn('ar', endedAt)}.`,
  },
)

export const UsedUp = failure(
  'promotions.used_up',
  409,
  Type.Object({ names: List(Text(120), 50, { minItems: 1 }) }, { additionalProperties: false }),
  {
    en: ({ names }) => `${names.join(', ')}: this offer has been used up.`,
    de: ({ names }) => `${names.join(', ')}: Dieses Angebot ist aufgebraucht.`,
    ar: ({ names }) => `${names.join('، ')}: نفد هذا العرض.`,
  },
)

export const UsedByYou = failure(
  'promotions.used_by_you',
  409,
  Type.Object({ limit: Int(1, 1_000_000) }, { additionalProperties: false }),
  {
    en: ({ limit }) =>
      limit === 1 ? 'You have used this offer already.' : `You have used this offer ${limit} times already.`,
    de: ({ limit }) =>
      limit === 1
        ? 'Sie haben dieses Angebot schon genutzt.'
        : `Sie haben dieses Angebot schon ${limit}-mal genutzt.`,
    ar: ({ limit }) =>
      plural('ar', limit, {
        one: 'لقد استخدمت هذا العرض من قبل.',
        two: 'لقد استخدمت هذا العرض مرتين من قبل.',
        few: 'لقد استخدمت هذا العرض # مرات من قبل.',
        other: 'لقد استخدمت هذا العرض # مرة من قبل.',
      }),
  },
)

export const BelowMinimum = failure(
  'promotions.below_minimum',
  409,
  Type.Object(
    { missing: Nullable(Money), missingQuantity: Nullable(Int(1, 1_000_000_000)) },
    { additionalProperties: false },
  ),
  {
    en: ({ missing, missingQuantity }) =>
      missing
        ? `For this offer, add goods for ${formatMoney(missing, 'en')} more.`
        : `For this offer, add ${missingQuantity} more of its goods.`,
    de: ({ missing, missingQuantity }) =>
      missing
        ? `Für dieses Angebot fehlen noch Waren für ${formatMoney(missing, 'de')}.`
        : `Für dieses Angebot fehlen noch ${missingQuantity} der betreffenden Artikel.`,
    ar: ({ missing, missingQuantity }) =>
      missing
        ? `أضف منتجات بقيمة ${formatMoney(missing, 'ar')} أخرى لهذا العرض.`
        : plural('ar', missingQuantity ?? 0, {
            one: 'أضف قطعة أخرى من منتجات هذا العرض.',
            two: 'أضف قطعتين أخريين من منتجات هذا العرض.',
            few: 'أضف # قطع أخرى من منتجات هذا العرض.',
            other: 'أضف # قطعة أخرى من منتجات هذا العرض.',
          }),
  },
)

export const NotCombinable = failure(
  'promotions.not_combinable',
  409,
  Type.Object({ with: Text(120) }, { additionalProperties: false }),
  {
    en: (details) => `This offer cannot be combined with “${details.with}”, which takes precedence.`,
    de: (details) => `Dieses Angebot lässt sich nicht mit „${details.with}“ verbinden, das vorgeht.`,
    ar: (details) => `لا يمكن الجمع بين هذا العرض و«${details.with}» الذي له الأولوية.`,
  },
)

export const NotForYou = failure(
  'promotions.not_for_you',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This offer is for others: for first orders, for certain customers, or for another shop of ours.',
    de: 'Dieses Angebot gilt für andere: für erste Bestellungen, für bestimmte Kundinnen und Kunden oder für einen anderen unserer Shops.',
    ar: 'هذا العرض لغيرك: للطلبات الأولى، أو لعملاء معيّنين، أو لمتجر آخر من متاجرنا.',
  },
)

export const NothingMatches = failure(
  'promotions.nothing_matches',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'There is nothing in the cart that this offer makes cheaper.',
    de: 'Im Warenkorb ist nichts, das dieses Angebot günstiger macht.',
    ar: 'لا يوجد في السلة ما يخفّض هذا العرض ثمنه.',
  },
)

/** What may answer to a code, for the operations to declare. */
export const codeRefusals = [
  CodeUnknown,
  NotYet,
  Over,
  UsedUp,
  UsedByYou,
  BelowMinimum,
  NotCombinable,
  NotForYou,
  NothingMatches,
]
