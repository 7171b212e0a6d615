/** What shoppers are told of the fields of an address, in each language. */
import type { InEach } from '#kit/language.ts'

export const REQUIRED: InEach<string> = {
  en: 'This is required in that country.',
  de: 'Das wird in diesem Land gebraucht.',
  ar: 'هذا مطلوب في هذا البلد.',
}

export const NO_SUCH_REGION: InEach<string> = {
  en: 'That country has no such region. Choose one of the list.',
  de: 'Das gibt es in diesem Land nicht. Bitte wählen Sie aus der Liste.',
  ar: 'لا توجد منطقة بهذا الاسم في هذا البلد. اختر واحدة من القائمة.',
}

export const notAPostalCode = (example: string): InEach<string> => ({
  en: `This is not a postal code of that country. It looks like ${example}.`,
  de: `Das ist keine Postleitzahl dieses Landes. Sie sieht aus wie ${example}.`,
  ar: `هذا ليس رمزاً بريدياً لهذا البلد. مثاله ${example}.`,
})
