/**
 * Every refusal, on every path, as a problem document (RFC 9457).
 *
 * Whatever is thrown becomes a declared failure first: what is not one is a bug of
 * ours, answers 500 and shows nothing of its inside. Its cause goes to the log,
 * without the values that a database puts into its messages.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { mapDatabaseError } from '#kit/db.ts'
import { fault } from '#kit/fault.ts'
import {
  Internal,
  NotFound,
  TooLarge,
  Unreadable,
  failure,
  isFailure,
  type Failure,
  type FieldError,
} from '#kit/failure.ts'
import { languageOf, type Language } from '#kit/language.ts'
import type { Log } from '#kit/log.ts'
import { problemOf } from '#kit/problem.ts'
import { Count, Key, List, Type } from '#kit/types.ts'
import { preferredLocales } from './accept-language.ts'
import { codesOf } from './failure-codes.ts'

const None = Type.Object({}, { additionalProperties: false })
const Limit = Type.Object({ limitBytes: Count }, { additionalProperties: false })

/** 1 MiB: far above any order, far below what hurts. */
export const MAX_BODY_BYTES = 1024 * 1024
export const MAX_HEADER_BYTES = 16 * 1024
/** Longest path with its query. */
export const MAX_URL_BYTES = 8 * 1024

export const HttpsNeeded = failure('https_needed', 403, None, {
  en: 'This store is reached by https only. Change what this request carried if it was secret.',
  de: 'Dieser Shop ist nur über https erreichbar. Ändern Sie, was diese Anfrage enthielt, falls es geheim war.',
  ar: 'لا يمكن الوصول إلى هذا المتجر إلا عبر https. غيّر ما حمله هذا الطلب إن كان سرياً.',
})
export const CrossSite = failure('cross_site', 403, None, {
  en: 'This request came from another site, so it was not done.',
  de: 'Diese Anfrage kam von einer anderen Website und wurde deshalb nicht ausgeführt.',
  ar: 'جاء هذا الطلب من موقع آخر، لذلك لم يُنفَّذ.',
})
export const FormTokenMissing = failure('form_token_missing', 403, None, {
  en: 'A write that a browser sends with the session cookie also says the value of the cookie `qs_form` (`__Host-qs_form` over https), in the header `X-CSRF-Token`.',
  de: 'Schreibt ein Browser mit dem Sitzungscookie, so nennt er den Wert des Cookies `qs_form` (über https `__Host-qs_form`) auch im Header `X-CSRF-Token`.',
  ar: 'كل كتابة يرسلها المتصفح مع ملف ارتباط الجلسة تذكر أيضاً قيمة ملف الارتباط `qs_form` (وعبر https‏ `__Host-qs_form`) في الترويسة `X-CSRF-Token`.',
})
export const MethodNotAllowed = failure(
  'method_not_allowed',
  405,
  Type.Object({ allowed: List(Key, 10) }, { additionalProperties: false }),
  {
    en: ({ allowed }) => `This address answers to ${allowed.join(', ')}.`,
    de: ({ allowed }) => `Diese Adresse antwortet auf ${allowed.join(', ')}.`,
    ar: ({ allowed }) => `يستجيب هذا العنوان للطرق: ${allowed.join(', ')}.`,
  },
)
export const TooSlow = failure('too_slow', 408, None, {
  en: 'The request took too long to arrive.',
  de: 'Die Anfrage ist nicht rechtzeitig angekommen.',
  ar: 'استغرق وصول الطلب وقتاً أطول مما ينبغي.',
})
export const AddressTooLong = failure('address_too_long', 414, Limit, {
  en: ({ limitBytes }) => `The address is longer than ${limitBytes} bytes.`,
  de: ({ limitBytes }) => `Die Adresse ist länger als ${limitBytes} Bytes.`,
  ar: ({ limitBytes }) => `العنوان أطول من ${limitBytes} بايت.`,
})
export const UnsupportedMedia = failure('unsupported_media_type', 415, None, {
  en: 'Send the body as application/json in UTF-8, without compression.',
  de: 'Senden Sie den Inhalt als application/json in UTF-8, ohne Kompression.',
  ar: 'أرسِل المحتوى بصيغة application/json بترميز UTF-8 ومن دون ضغط.',
})
export const UnknownExpectation = failure('unknown_expectation', 417, None, {
  en: 'The Expect header asks for something unknown.',
  de: 'Der Header Expect verlangt etwas Unbekanntes.',
  ar: 'تطلب الترويسة Expect شيئاً غير معروف.',
})
export const HeadersTooLarge = failure('headers_too_large', 431, Limit, {
  en: ({ limitBytes }) => `The headers are larger than ${limitBytes} bytes.`,
  de: ({ limitBytes }) => `Die Header sind größer als ${limitBytes} Bytes.`,
  ar: ({ limitBytes }) => `الترويسات أكبر من ${limitBytes} بايت.`,
})

/** Failures of this road, beside those of the operations. */
export const httpFailures = [
  HttpsNeeded,
  CrossSite,
  FormTokenMissing,
  MethodNotAllowed,
  TooSlow,
  AddressTooLong,
  UnsupportedMedia,
  UnknownExpectation,
  HeadersTooLarge,
]

export function unreadable(path: string, code: string, message: string): Failure {
  return Unreadable({}, { errors: [fault(path, code, message)] })
}

const FASTIFY: Record<string, () => Failure> = {
  FST_ERR_BAD_URL: () => unreadable('', 'address', 'The address is not encoded as it should be.'),
  FST_ERR_MAX_PARAM_LENGTH: () => NotFound({}),
  FST_ERR_NOT_FOUND: () => NotFound({}),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => UnsupportedMedia({}),
  FST_ERR_CTP_BODY_TOO_LARGE: () => TooLarge({ limitBytes: MAX_BODY_BYTES }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    unreadable('', 'content_length', 'The body is not as long as Content-Length says.'),
}

export function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown }
  const known = typeof code === 'string' ? FASTIFY[code] : undefined
  if (known) return known()
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return Unreadable({}, { cause: error })
  const mapped = mapDatabaseError(error)
  return isFailure(mapped) ? mapped : Internal({}, { cause: error })
}

/** The document, fit to print: no NUL and no half characters from the caller's own words. */
export function problemDocument(
  refusal: Failure,
  path: string,
  traceId: string,
  language: Language = 'en',
): ReturnType<typeof problemOf> {
  const document = problemOf(refusal, fit(path, 2048), traceId, language)
  return {
    ...document,
    detail: fit(document.detail, 2000),
    errors: document.errors.slice(0, 100).map(fitError),
  }
}

export function problemText(...about: Parameters<typeof problemDocument>): string {
  return JSON.stringify(problemDocument(...about))
}

function fitError({ path, code, message }: FieldError): FieldError {
  return { path: fit(path, 400), code: fit(code, 80), message: fit(message, 2000) }
}

function fit(text: string, max: number): string {
  return text.slice(0, max).replaceAll('\u0000', '\ufffd').toWellFormed()
}

/** NOTE: without the query, which may hold a token. */
export function pathOf(url: string): string {
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  log: Log,
): FastifyReply {
  const refusal = failureOf(error)
  if (refusal.status >= 500) report(refusal, error, request, log)
  reply.code(codesOf(refusal).http)
  const language = languageAsked(request)
  reply.header('content-type', 'application/problem+json')
  reply.header('content-language', language)
  reply.header('cache-control', 'no-store')
  reply.header('x-trace-id', request.id)
  const retryAfter = retryAfterOf(refusal)
  if (retryAfter !== null) reply.header('retry-after', retryAfter)
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer')
  const allowed = refusal.details['allowed']
  if (refusal.code === MethodNotAllowed.code && Array.isArray(allowed))
    reply.header('allow', allowed.join(', '))
  // As bytes: for text Fastify would add a charset, which this media type does not have.
  return reply.send(Buffer.from(problemText(refusal, pathOf(request.raw.url ?? ''), request.id, language)))
}

export function languageAsked(request: FastifyRequest): Language {
  return languageOf(preferredLocales(request.raw.headers['accept-language']))
}

export function retryAfterOf(refusal: Pick<Failure, 'status' | 'details'>): string | null {
  const seconds = refusal.details['retryAfterSeconds']
  if (typeof seconds === 'number') return String(Math.max(1, seconds))
  return refusal.status === 429 || refusal.status === 503 ? '1' : null
}

export function report(refusal: Failure, error: unknown, request: FastifyRequest, log: Log): void {
  const line = {
    trace: request.id,
    method: request.method,
    code: refusal.code,
    ...request.statements?.about,
    err: refusal.cause ?? error,
  }
  if (refusal.status === 503) log.warn(line, 'a request could not be served')
  else log.error(line, 'a request failed')
}
