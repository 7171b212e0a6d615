import { plural } from '@quayside/words'
import { failure } from '#kit/failure.ts'
import { Count, Type } from '#kit/types.ts'

const Limit = Type.Object({ limit: Count }, { additionalProperties: false })
const None = Type.Object({}, { additionalProperties: false })

export const TooManyLists = failure('wishlists.too_many_lists', 409, Limit, {
  en: ({ limit }) => `A shopper has ${limit} lists at most. Remove one first.`,
  de: ({ limit }) => `Mehr als ${limit} Listen sind nicht möglich. Löschen Sie zuerst eine.`,
  ar: ({ limit }) =>
    plural('ar', limit, {
      few: 'لا يمكن أن تكون لديك أكثر من # قوائم. احذف واحدة أولاً.',
      other: 'لا يمكن أن تكون لديك أكثر من # قائمة. احذف واحدة أولاً.',
    }),
})

export const ListFull = failure('wishlists.list_full', 409, Limit, {
  en: ({ limit }) => `A list holds ${limit} things. Take one off first.`,
  de: ({ limit }) => `Auf eine Liste passen ${limit} Dinge. Nehmen Sie zuerst eines herunter.`,
  ar: ({ limit }) =>
    plural('ar', limit, {
      few: 'تتسع القائمة لـ # منتجات. أزل واحداً أولاً.',
      other: 'تتسع القائمة لـ # منتج. أزل واحداً أولاً.',
    }),
})

export const AlwaysThere = failure('wishlists.always_there', 409, None, {
  en: 'This list is where things go when no list is named. Make another one that first.',
  de: 'Auf diese Liste kommt, was keine andere nennt. Machen Sie zuerst eine andere dazu.',
  ar: 'هذه هي القائمة المعتادة. اجعل قائمة أخرى معتادة أولاً.',
})

export const AlertLinkNotValid = failure('wishlists.alert_link_not_valid', 409, None, {
  en: 'This link does not work, or not any more.',
  de: 'Dieser Link gilt nicht oder nicht mehr.',
  ar: 'هذا الرابط غير صالح أو انتهت صلاحيته.',
})
