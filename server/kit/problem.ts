/** The problem document of RFC 9457 as every road sends it, in the caller's language. */
import { Type, type Static } from 'typebox'
import { messageOf } from './fault.ts'
import type { Failure } from './failure.ts'
import type { InEach, Language } from './language.ts'
import { Int, Text } from './types.ts'

export const Problem = Type.Object(
  {
    type: Text(200),
    title: Text(200),
    status: Int(400, 599),
    detail: Text(2000),
    instance: Text(2048, { min: 0 }),
    code: Text(80),
    traceId: Text(64),
    details: Type.Record(Type.String(), Type.Unknown()),
    errors: Type.Array(
      Type.Object(
        { path: Text(400, { min: 0 }), code: Text(80), message: Text(2000) },
        { $id: 'ProblemError', additionalProperties: false },
      ),
      { maxItems: 100 },
    ),
  },
  { $id: 'Problem', additionalProperties: false },
)

/** `code`, `details` and the paths of `errors` are for programs, and the same in every language. */
export function problemOf(
  error: Failure,
  instance: string,
  traceId: string,
  language: Language = 'en',
): Static<typeof Problem> {
  return {
    type: `/problems/${error.code}`,
    title: language === 'en' ? titleOf(error.code) : (TITLES[error.status] ?? REFUSED)[language],
    status: error.status,
    detail: error.say(language),
    instance,
    code: error.code,
    traceId,
    details: error.details,
    errors: error.errors.map((fault) => ({ ...fault, message: messageOf(fault, language) })),
  }
}

/** `cart.out_of_stock` is `Out of stock`. */
function titleOf(code: string): string {
  return code
    .replace(/^.*\./, '')
    .replaceAll('_', ' ')
    .replace(/^./, (letter) => letter.toUpperCase())
}

type Title = Omit<InEach<string>, 'en'>

const REFUSED: Title = { de: 'Das geht so nicht', ar: 'لا يمكن القيام بذلك' }

/** The English name of a code has no other language; there a title says what kind of refusal it is. */
const TITLES: Record<number, Title> = {
  400: { de: 'Anfrage nicht verständlich', ar: 'طلب غير مفهوم' },
  401: { de: 'Anmeldung nötig', ar: 'تسجيل الدخول مطلوب' },
  403: { de: 'Nicht erlaubt', ar: 'غير مسموح' },
  404: { de: 'Nicht gefunden', ar: 'غير موجود' },
  408: { de: 'Zu langsam', ar: 'بطيء جداً' },
  409: { de: 'Das geht gerade nicht', ar: 'غير ممكن الآن' },
  410: { de: 'Nicht mehr da', ar: 'لم يعد موجوداً' },
  412: { de: 'Inzwischen geändert', ar: 'تغيّر في هذه الأثناء' },
  413: { de: 'Zu groß', ar: 'كبير جداً' },
  422: { de: 'Bitte prüfen Sie Ihre Angaben', ar: 'يُرجى مراجعة البيانات' },
  429: { de: 'Zu viele Anfragen', ar: 'طلبات كثيرة جداً' },
  500: { de: 'Fehler bei uns', ar: 'خطأ من جانبنا' },
  503: { de: 'Gerade nicht erreichbar', ar: 'غير متاح الآن' },
}
