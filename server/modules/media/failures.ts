/** Why a file is not taken. */
import { failure } from '#kit/failure.ts'
import { Count, Int, List, Text, Type } from '#kit/types.ts'
import { MOST_PIXELS } from './picture-process.ts'

const Closed = { additionalProperties: false }

export const TypeRefused = failure(
  'media.type_refused',
  422,
  Type.Object({ allowed: List(Text(100), 20) }, Closed),
  {
    en: ({ allowed }) => `The store does not take this kind of file. It takes: ${allowed.join(', ')}.`,
    de: ({ allowed }) => `Diese Art von Datei nimmt der Shop nicht an. Er nimmt: ${allowed.join(', ')}.`,
    ar: ({ allowed }) => `لا يقبل المتجر هذا النوع من الملفات. يقبل: ${allowed.join('، ')}.`,
  },
)

export const TooManyPixels = failure(
  'media.too_many_pixels',
  422,
  Type.Object({ width: Count, height: Count, limitMegapixels: Int(1, 10_000) }, Closed),
  {
    en: ({ width, height, limitMegapixels }) =>
      `It has ${width} × ${height} pixels; at most ${limitMegapixels} megapixels are taken.`,
    de: ({ width, height, limitMegapixels }) =>
      `Das Bild hat ${width} × ${height} Pixel; höchstens ${limitMegapixels} Megapixel sind möglich.`,
    ar: ({ width, height, limitMegapixels }) =>
      `أبعاد الصورة ${width} × ${height} بكسل؛ والحد الأقصى ${limitMegapixels} ميغابكسل.`,
  },
)
export const tooManyPixels = (width: number, height: number, most: number = MOST_PIXELS) =>
  TooManyPixels({ width, height, limitMegapixels: Math.round(most / 1_000_000) })

export const PictureUnreadable = failure('media.picture_unreadable', 422, Type.Object({}, Closed), {
  en: 'This picture cannot be opened. Save it again as JPEG, PNG or WebP.',
  de: 'Dieses Bild lässt sich nicht öffnen. Speichern Sie es neu als JPEG, PNG oder WebP.',
  ar: 'تعذّر فتح هذه الصورة. احفظها من جديد بصيغة JPEG أو PNG أو WebP.',
})

export const TicketExpired = failure('media.ticket_expired', 409, Type.Object({}, Closed), {
  en: 'The time for this upload is over. Ask for a new ticket.',
  de: 'Die Zeit für diesen Upload ist abgelaufen. Fordern Sie ein neues Ticket an.',
  ar: 'انتهت مدة هذا الرفع. اطلب تذكرة جديدة.',
})

export const TicketUsed = failure('media.ticket_used', 409, Type.Object({}, Closed), {
  en: 'A file was uploaded with this ticket already. Ask for a new ticket.',
  de: 'Mit diesem Ticket wurde schon eine Datei hochgeladen. Fordern Sie ein neues an.',
  ar: 'رُفع ملف بهذه التذكرة من قبل. اطلب تذكرة جديدة.',
})

export const VideoUnreadable = failure('media.video_unreadable', 422, Type.Object({}, Closed), {
  en: 'This video does not say how long it plays or how large it is. Save it again as MP4.',
  de: 'Dieses Video sagt nicht, wie lang oder wie groß es ist. Speichern Sie es neu als MP4.',
  ar: 'لا يذكر هذا الفيديو مدته ولا أبعاده. احفظه من جديد بصيغة MP4.',
})

export const VideoTooLong = failure(
  'media.video_too_long',
  422,
  Type.Object({ seconds: Count, limitSeconds: Int(1, 100_000) }, Closed),
  {
    en: ({ seconds, limitSeconds }) =>
      `The video plays for ${seconds} seconds; at most ${limitSeconds} are taken.`,
    de: ({ seconds, limitSeconds }) =>
      `Das Video dauert ${seconds} Sekunden; höchstens ${limitSeconds} sind möglich.`,
    ar: ({ seconds, limitSeconds }) => `مدة الفيديو ${seconds} ثانية؛ والحد الأقصى ${limitSeconds}.`,
  },
)

export const Infected = failure('media.infected', 422, Type.Object({}, Closed), {
  en: 'This file was found to be harmful and is not kept.',
  de: 'Diese Datei ist schädlich und wird nicht behalten.',
  ar: 'تبيّن أن هذا الملف ضار ولن يُحتفظ به.',
})

export const QuotaReached = failure(
  'media.quota_reached',
  409,
  Type.Object({ usedBytes: Count, quotaBytes: Count }, Closed),
  {
    en: ({ usedBytes, quotaBytes }) =>
      `There is no room for this file: ${megabytes(usedBytes)} of ${megabytes(quotaBytes)} MB are taken or promised.`,
    de: ({ usedBytes, quotaBytes }) =>
      `Für diese Datei ist kein Platz: ${megabytes(usedBytes)} von ${megabytes(quotaBytes)} MB sind belegt oder zugesagt.`,
    ar: ({ usedBytes, quotaBytes }) =>
      `لا مساحة لهذا الملف: ${megabytes(usedBytes)} من ${megabytes(quotaBytes)} ميغابايت مشغولة أو محجوزة.`,
  },
)
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)

export const WrongOffset = failure('media.wrong_offset', 409, Type.Object({ receivedBytes: Count }, Closed), {
  en: ({ receivedBytes }) => `The upload goes on at byte ${receivedBytes}.`,
  de: ({ receivedBytes }) => `Der Upload geht bei Byte ${receivedBytes} weiter.`,
  ar: ({ receivedBytes }) => `يستمر الرفع من البايت ${receivedBytes}.`,
})

export const LinkOver = failure('media.link_over', 403, Type.Object({}, Closed), {
  en: 'This link was good for a while, and is over. Ask for a new one.',
  de: 'Dieser Link galt eine Zeit lang und ist abgelaufen. Bitten Sie um einen neuen.',
  ar: 'كان هذا الرابط صالحاً لمدة وانتهت. اطلب رابطاً جديداً.',
})
