import { failure } from '#kit/failure.ts'
import { Type } from '#kit/types.ts'

export const NewsletterLinkNotValid = failure(
  'newsletter.link_not_valid',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This link does not work, or not any more. Ask for the newsletter again, and you get a new one.',
    de: 'Dieser Link gilt nicht oder nicht mehr. Bestellen Sie den Newsletter noch einmal, dann bekommen Sie einen neuen.',
    ar: 'هذا الرابط غير صالح أو انتهت صلاحيته. اطلب النشرة من جديد ليصلك رابط آخر.',
  },
)
