/** How a scalar is written, for whoever wrote it otherwise. The same sentence stands in an answer, beside a field and in a file of faults. */
import type { InEach } from './language.ts'

const WRITTEN: Record<string, InEach<string>> = {
  Id: {
    en: 'This must be an id, as the store gives it.',
    de: 'Das muss eine Kennung sein, wie der Shop sie vergibt.',
    ar: 'يجب أن يكون هذا معرّفاً كما يعطيه المتجر.',
  },
  Slug: {
    en: 'This must be letters and digits, joined by single hyphens.',
    de: 'Das müssen Buchstaben und Ziffern sein, mit einzelnen Bindestrichen dazwischen.',
    ar: 'يجب أن يتكوّن هذا من حروف وأرقام تفصلها شرطات مفردة.',
  },
  Key: {
    en: 'This must be a short word of letters, digits, “_”, “-” and “.”.',
    de: 'Das muss ein kurzes Wort aus Buchstaben, Ziffern, „_“, „-“ und „.“ sein.',
    ar: 'يجب أن يكون هذا كلمة قصيرة من حروف وأرقام و«_» و«-» و«.».',
  },
  Email: {
    en: 'Please enter an email address such as name@example.com.',
    de: 'Bitte geben Sie eine E-Mail-Adresse wie name@example.com ein.',
    ar: 'يُرجى إدخال بريد إلكتروني مثل name@example.com.',
  },
  Phone: {
    en: 'This must be a phone number with its country, and digits alone, such as +4915112345678.',
    de: 'Das muss eine Telefonnummer mit Landesvorwahl und nur aus Ziffern sein, etwa +4915112345678.',
    ar: 'يجب أن يكون هذا رقم هاتف مع رمز البلد وبالأرقام فقط، مثل ‎+4915112345678.',
  },
  Country: {
    en: 'This must be the two letters of a country, such as DE.',
    de: 'Das müssen die zwei Buchstaben eines Landes sein, etwa DE.',
    ar: 'يجب أن يكون هذا حرفَي بلد، مثل DE.',
  },
  Currency: {
    en: 'This must be the three letters of a currency, such as EUR.',
    de: 'Das müssen die drei Buchstaben einer Währung sein, etwa EUR.',
    ar: 'يجب أن يكون هذا أحرف عملة الثلاثة، مثل EUR.',
  },
  Locale: {
    en: 'This must be the tag of a language, such as en or de-AT.',
    de: 'Das muss das Kürzel einer Sprache sein, etwa en oder de-AT.',
    ar: 'يجب أن يكون هذا رمز لغة، مثل en أو de-AT.',
  },
  Url: {
    en: 'This must be an address that begins with http:// or https://.',
    de: 'Das muss eine Adresse sein, die mit http:// oder https:// beginnt.',
    ar: 'يجب أن يكون هذا عنواناً يبدأ بـ http:// أو https://.',
  },
  Link: {
    en: 'This must be an address that begins with https:// or, in the store itself, with /.',
    de: 'Das muss eine Adresse sein, die mit https:// oder, im Shop selbst, mit / beginnt.',
    ar: 'يجب أن يكون هذا عنواناً يبدأ بـ https:// أو، داخل المتجر نفسه، بـ /.',
  },
  Instant: {
    en: 'This must be a moment in UTC, such as 2026-03-02T10:00:00Z.',
    de: 'Das muss ein Zeitpunkt in UTC sein, etwa 2026-03-02T10:00:00Z.',
    ar: 'يجب أن يكون هذا وقتاً بتوقيت UTC، مثل 2026-03-02T10:00:00Z.',
  },
  Day: {
    en: 'This must be a day, such as 2026-03-02.',
    de: 'Das muss ein Tag sein, etwa 2026-03-02.',
    ar: 'يجب أن يكون هذا يوماً، مثل 2026-03-02.',
  },
  Decimal: {
    en: 'This must be a number such as 12.5.',
    de: 'Das muss eine Zahl wie 12.5 sein.',
    ar: 'يجب أن يكون هذا رقماً مثل 12.5.',
  },
  Gtin: {
    en: 'This must be a number of 8, 12, 13 or 14 digits as under a bar code; one of its digits is wrong.',
    de: 'Das muss eine Nummer aus 8, 12, 13 oder 14 Ziffern sein wie unter einem Strichcode; eine der Ziffern stimmt nicht.',
    ar: 'يجب أن يكون هذا رقماً من 8 أو 12 أو 13 أو 14 خانة كما تحت الرمز الشريطي؛ إحدى خاناته خاطئة.',
  },
}

const OTHERWISE: InEach<string> = {
  en: 'This is not written as it should be.',
  de: 'Das ist nicht so geschrieben, wie es sein soll.',
  ar: 'هذا غير مكتوب كما ينبغي.',
}

export const howWritten = (scalar: string | undefined): InEach<string> => WRITTEN[scalar ?? ''] ?? OTHERWISE
