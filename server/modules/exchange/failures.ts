/** Why a run fails as a whole. They end in the run; nobody is answered by them. */
import { failure } from '#kit/failure.ts'
import { Count, Text, Type } from '#kit/types.ts'

const Closed = { additionalProperties: false }

export const FileUnreadable = failure(
  'exchange.file_unreadable',
  422,
  Type.Object({ reason: Text(400) }, Closed),
  {
    en: ({ reason }) => `The file cannot be read: ${reason}`,
    de: ({ reason }) => `Die Datei kann nicht gelesen werden (${reason}).`,
    ar: ({ reason }) => `تعذّرت قراءة الملف (${reason}).`,
  },
)
export const WrongColumns = failure(
  'exchange.wrong_columns',
  422,
  Type.Object({ reason: Text(400) }, Closed),
  {
    en: ({ reason }) => reason,
    de: ({ reason }) => `Die Spalten der Datei passen nicht (${reason}).`,
    ar: ({ reason }) => `أعمدة الملف غير مناسبة (${reason}).`,
  },
)
export const TooManyRows = failure('exchange.too_many_rows', 422, Type.Object({ limit: Count }, Closed), {
  en: ({ limit }) => `A file may have ${limit} rows at most.`,
  de: ({ limit }) => `Eine Datei darf höchstens ${limit} Zeilen haben.`,
  ar: ({ limit }) => `الحد الأقصى لصفوف الملف ${limit}.`,
})
export const StoppedAtFault = failure('exchange.stopped_at_fault', 422, Type.Object({}, Closed), {
  en: 'A row is at fault, and it was to stop there. What was done before it stays.',
  de: 'Eine Zeile ist fehlerhaft, und dort sollte angehalten werden. Was davor getan wurde, bleibt.',
  ar: 'في أحد الصفوف خطأ، وكان المطلوب التوقف عنده. ما نُفِّذ قبله يبقى.',
})
export const TooManyFaults = failure('exchange.too_many_faults', 422, Type.Object({ limit: Count }, Closed), {
  en: ({ limit }) => `More than ${limit} faults were found; what comes after them was not looked at.`,
  de: ({ limit }) => `Es wurden mehr als ${limit} Fehler gefunden; was danach kommt, wurde nicht angesehen.`,
  ar: ({ limit }) => `وُجد أكثر من ${limit} خطأ؛ ولم يُفحص ما بعدها.`,
})
