/** What this road alone refuses. Kept apart from what loads the engine, so that the contracts can name it. */
import { failure, type Failure } from '#kit/failure.ts'
import { fault } from '#kit/fault.ts'
import { Count, Type } from '#kit/types.ts'

const None = Type.Object({}, { additionalProperties: false })

export const TooCostly = failure(
  'query_too_costly',
  422,
  Type.Object({ cost: Count, limit: Count }, { additionalProperties: false }),
  {
    en: ({ cost, limit }) => `This asks for too much at once: ${cost} where ${limit} is the most.`,
    de: ({ cost, limit }) => `Das verlangt zu viel auf einmal: ${cost}, erlaubt sind ${limit}.`,
    ar: ({ cost, limit }) => `يطلب هذا الكثير دفعة واحدة: ${cost} والحد الأقصى ${limit}.`,
  },
)
export const IntrospectionOff = failure('introspection_off', 403, None, {
  en: 'This schema tells about itself to staff only; it is published with the documentation of the API.',
  de: 'Dieses Schema gibt nur dem Personal Auskunft über sich; veröffentlicht ist es mit der Dokumentation der API.',
  ar: 'لا يصف هذا المخطط نفسه إلا للموظفين؛ وهو منشور مع توثيق واجهة البرمجة.',
})
export const PersistedQueryNotFound = failure('persisted_query_not_found', 404, None, {
  en: 'No query with this hash is known here; send its text once together with the hash.',
  de: 'Eine Abfrage mit diesem Hash ist hier nicht bekannt; senden Sie ihren Text einmal mit dem Hash.',
  ar: 'لا يوجد هنا استعلام معروف بهذا التجزيء؛ أرسِل نصه مرة واحدة مع التجزيء.',
})

export const graphqlFailures = [TooCostly, IntrospectionOff, PersistedQueryNotFound]

export function tooMuch(code: string, message: string, cost: number, limit: number): Failure {
  return TooCostly({ cost, limit }, { errors: [fault('query', code, message)] })
}
