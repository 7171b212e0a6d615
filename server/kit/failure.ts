/**
 * Failures are declared values, named by what happened, with what the caller needs to act.
 *
 * Anything else that is thrown is a bug: it answers 500 and says nothing of its inside.
 */
import { Type, type Static, type TObject } from 'typebox'
import { brand, isBranded } from './brand.ts'
import { fault, type FieldError } from './fault.ts'
import type { InEach, Language } from './language.ts'
import { Count, Int } from './types.ts'
import type { Ctx } from './context.ts'

export type { FieldError } from './fault.ts'

const mark = brand('failure')

/** What is said of it: the same always, or with its details. */
export type Saying<D> = string | ((details: D) => string)

export interface Failure extends Error {
  code: string
  status: number
  details: Record<string, unknown>
  errors: FieldError[]
  /** Its message in a language; `message` itself is English. */
  say(language: Language): string
  /** Runs in a short transaction of its own after the rollback: counters, security events. */
  keep?: (ctx: Ctx) => Promise<void>
}

export interface FailureType<D extends TObject = TObject> {
  (details: Static<D>, extra?: FailureExtra): Failure
  code: string
  status: number
  details: D
  /** Whether it is said in every language. */
  isInEach: boolean
}

export interface FailureExtra {
  errors?: FieldError[]
  keep?: (ctx: Ctx) => Promise<void>
  cause?: unknown
}

/** `says` in every language. A plugin may give English alone; the shop itself may not, and a test looks. */
export function failure<D extends TObject>(
  code: string,
  status: number,
  details: D,
  says: Saying<Static<D>> | InEach<Saying<Static<D>>>,
): FailureType<D> {
  const isInEach = typeof says === 'object'
  const sayings = isInEach ? says : { en: says, de: says, ar: says }
  const make = (given: Static<D>, extra: FailureExtra = {}): Failure => {
    const say = (language: Language) => {
      const saying = sayings[language]
      return typeof saying === 'string' ? saying : saying(given)
    }
    const error = new Error(say('en'), { cause: extra.cause }) as Failure
    Object.assign(error, { [mark]: true, code, status, details: given, errors: extra.errors ?? [], say })
    if (extra.keep) error.keep = extra.keep
    return error
  }
  return Object.assign(make, { code, status, details, isInEach })
}

export function isFailure(error: unknown): error is Failure {
  return isBranded(error, mark)
}

const None = Type.Object({}, { additionalProperties: false })
const Retry = Type.Object({ retryAfterSeconds: Int(0, 86_400) }, { additionalProperties: false })

/** Failures any operation may raise. */
export const Unreadable = failure('unreadable', 400, None, {
  en: 'The request could not be read.',
  de: 'Die Anfrage konnte nicht gelesen werden.',
  ar: 'تعذّرت قراءة الطلب.',
})
export const UnknownField = failure('unknown_field', 400, None, {
  en: 'The request names a field that does not exist.',
  de: 'Die Anfrage nennt ein Feld, das es nicht gibt.',
  ar: 'يذكر الطلب حقلاً لا وجود له.',
})
export const IdempotencyKeyNeeded = failure('idempotency_key_needed', 400, None, {
  en: 'Send an Idempotency-Key header with this request.',
  de: 'Senden Sie mit dieser Anfrage den Header Idempotency-Key.',
  ar: 'أرسِل مع هذا الطلب الترويسة Idempotency-Key.',
})
export const Unauthenticated = failure('unauthenticated', 401, None, {
  en: 'Log in first, or send a valid session.',
  de: 'Melden Sie sich zuerst an, oder senden Sie eine gültige Sitzung.',
  ar: 'يُرجى تسجيل الدخول أولاً أو إرسال جلسة صالحة.',
})
export const Forbidden = failure('forbidden', 403, None, {
  en: 'You may not do this.',
  de: 'Dazu sind Sie nicht berechtigt.',
  ar: 'ليست لديك صلاحية للقيام بذلك.',
})
export const NotFound = failure('not_found', 404, None, {
  en: 'There is nothing here that you may see.',
  de: 'Hier gibt es nichts, das Sie sehen dürfen.',
  ar: 'لا يوجد هنا شيء يمكنك الاطّلاع عليه.',
})
export const IdempotencyInProgress = failure('idempotency_in_progress', 409, None, {
  en: 'The first request with this key is still running.',
  de: 'Die erste Anfrage mit diesem Schlüssel läuft noch.',
  ar: 'لا يزال الطلب الأول بهذا المفتاح قيد التنفيذ.',
})
export const StaleVersion = failure(
  'stale_version',
  412,
  Type.Object({ currentVersion: Count }, { additionalProperties: false }),
  {
    en: ({ currentVersion }) => `Someone changed this meanwhile; it is at version ${currentVersion}.`,
    de: ({ currentVersion }) => `Das wurde inzwischen geändert; es hat jetzt die Version ${currentVersion}.`,
    ar: ({ currentVersion }) => `تغيّر هذا في هذه الأثناء؛ وهو الآن في الإصدار ${currentVersion}.`,
  },
)
export const TooLarge = failure(
  'too_large',
  413,
  Type.Object({ limitBytes: Count }, { additionalProperties: false }),
  {
    en: ({ limitBytes }) => `The request is larger than ${limitBytes} bytes.`,
    de: ({ limitBytes }) => `Die Anfrage ist größer als ${limitBytes} Bytes.`,
    ar: ({ limitBytes }) => `الطلب أكبر من ${limitBytes} بايت.`,
  },
)
export const InvalidInput = failure('invalid_input', 422, None, {
  en: 'Some of the input is not valid.',
  de: 'Einige Angaben sind nicht gültig.',
  ar: 'بعض البيانات المُدخلة غير صالحة.',
})
export const IdempotencyKeyReused = failure('idempotency_key_reused', 422, None, {
  en: 'This Idempotency-Key was used with another request.',
  de: 'Dieser Idempotency-Key wurde schon mit einer anderen Anfrage benutzt.',
  ar: 'استُخدم مفتاح Idempotency-Key هذا من قبل مع طلب آخر.',
})
export const TooMany = failure('too_many_requests', 429, Retry, {
  en: ({ retryAfterSeconds }) => `Too many requests. Try again in ${retryAfterSeconds} s.`,
  de: ({ retryAfterSeconds }) => `Zu viele Anfragen. Versuchen Sie es in ${retryAfterSeconds} s wieder.`,
  ar: ({ retryAfterSeconds }) => `طلبات كثيرة جداً. حاول مرة أخرى بعد ${retryAfterSeconds} ث.`,
})
export const Internal = failure('internal', 500, None, {
  en: 'Something went wrong on our side.',
  de: 'Bei uns ist etwas schiefgegangen.',
  ar: 'حدث خطأ من جانبنا.',
})
export const Unavailable = failure('unavailable', 503, Retry, {
  en: 'The store is briefly unavailable. Please try again.',
  de: 'Der Shop ist für einen Moment nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
  ar: 'المتجر غير متاح للحظات. يُرجى المحاولة مرة أخرى.',
})

export const commonFailures = [
  Unreadable,
  UnknownField,
  IdempotencyKeyNeeded,
  Unauthenticated,
  Forbidden,
  NotFound,
  IdempotencyInProgress,
  StaleVersion,
  TooLarge,
  InvalidInput,
  IdempotencyKeyReused,
  TooMany,
  Internal,
  Unavailable,
]

/** Shorthand for a rule broken by one field. What shoppers may meet is said in every language. */
export function invalid(path: string, code: string, message: string | InEach<string>): Failure {
  return InvalidInput({}, { errors: [fault(path, code, message)] })
}
