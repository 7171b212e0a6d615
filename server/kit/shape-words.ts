/** What the schema finds at fault, in words. */
import type { InEach } from './language.ts'

export const NO_SUCH_FIELD: InEach<string> = {
  en: 'There is no such field.',
  de: 'Dieses Feld gibt es nicht.',
  ar: 'لا وجود لهذا الحقل.',
}

export const REQUIRED: InEach<string> = {
  en: 'This is required.',
  de: 'Das wird gebraucht.',
  ar: 'هذا مطلوب.',
}

export const NO_FORM: InEach<string> = {
  en: 'This fits none of the allowed forms.',
  de: 'Das hat keine der erlaubten Formen.',
  ar: 'هذا لا يوافق أياً من الأشكال المسموح بها.',
}

export const NOT_VALID: InEach<string> = {
  en: 'This is not valid.',
  de: 'Das ist nicht gültig.',
  ar: 'هذا غير صالح.',
}

export const MISFIT: InEach<string> = {
  en: 'This does not fit the schema.',
  de: 'Das passt nicht zum Schema.',
  ar: 'هذا لا يوافق المخطط.',
}

/** Of how much there must be, characters or items. */
export const atLeastSo = (limit: string): InEach<string> =>
  limit === '1'
    ? {
        en: 'This must not be empty.',
        de: 'Das darf nicht leer sein.',
        ar: 'لا يجوز أن يكون هذا فارغاً.',
      }
    : {
        en: `This needs at least ${limit}.`,
        de: `Das braucht mindestens ${limit}.`,
        ar: `يلزم هنا ${limit} على الأقل.`,
      }

export const atMostSo = (limit: string): InEach<string> => ({
  en: `This may have at most ${limit}.`,
  de: `Das darf höchstens ${limit} haben.`,
  ar: `الحد الأقصى هنا ${limit}.`,
})

export const noLess = (limit: string): InEach<string> => ({
  en: `This must be at least ${limit}.`,
  de: `Das muss mindestens ${limit} sein.`,
  ar: `يجب ألا يقل هذا عن ${limit}.`,
})

export const noMore = (limit: string): InEach<string> => ({
  en: `This must be at most ${limit}.`,
  de: `Das darf höchstens ${limit} sein.`,
  ar: `يجب ألا يزيد هذا على ${limit}.`,
})

export const oneOf = (values: string[]): InEach<string> => ({
  en: `This must be one of: ${values.join(', ')}.`,
  de: `Das muss eines davon sein: ${values.join(', ')}.`,
  ar: `يجب أن يكون هذا واحداً من: ${values.join('، ')}.`,
})

export const exactly = (value: string): InEach<string> => ({
  en: `This must be ${value}.`,
  de: `Das muss ${value} sein.`,
  ar: `يجب أن يكون هذا ${value}.`,
})

const KINDS: Record<string, InEach<string>> = {
  string: { en: 'text', de: 'Text', ar: 'نصاً' },
  integer: { en: 'a whole number', de: 'eine ganze Zahl', ar: 'عدداً صحيحاً' },
  number: { en: 'a number', de: 'eine Zahl', ar: 'رقماً' },
  boolean: { en: 'true or false', de: 'true oder false', ar: 'true أو false' },
  object: { en: 'an object', de: 'ein Objekt', ar: 'كائناً' },
  array: { en: 'a list', de: 'eine Liste', ar: 'قائمة' },
}

export function ofKind(type: string): InEach<string> {
  const kind = KINDS[type] ?? { en: type, de: type, ar: type }
  return {
    en: `This must be ${kind.en}.`,
    de: `Das muss ${kind.de} sein.`,
    ar: `يجب أن يكون هذا ${kind.ar}.`,
  }
}
