/** What can stand in the way of a refund, in words for staff. */
import { failure } from '#kit/failure.ts'
import { Count, Id, Type } from '#kit/types.ts'

export const NothingToRefund = failure(
  'orders.nothing_to_refund',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'There is no money to give back: nothing was paid, or all of it has gone back already.',
    de: 'Es gibt kein Geld zu erstatten: Es wurde nichts bezahlt, oder alles ist schon zurückgegangen.',
    ar: 'لا يوجد مبلغ لردّه: لم يُدفع شيء، أو رُدّ كله من قبل.',
  },
)

export const TooManyPieces = failure(
  'orders.too_many_pieces',
  409,
  Type.Object({ orderLineId: Id, left: Count }, { additionalProperties: false }),
  {
    en: ({ left }) =>
      left === 0
        ? 'All pieces of this line were refunded already.'
        : `Only ${left} of this line ${left === 1 ? 'is' : 'are'} not refunded yet.`,
    de: ({ left }) =>
      left === 0
        ? 'Alle Stücke dieser Position wurden schon erstattet.'
        : `Von dieser Position sind nur noch ${left} nicht erstattet.`,
    ar: ({ left }) =>
      left === 0 ? 'رُدّ ثمن كل قطع هذا البند من قبل.' : `المتبقي من هذا البند دون ردّ: ${left}.`,
  },
)

export const TooManyEmpties = failure(
  'orders.too_many_empties',
  409,
  Type.Object({ orderDepositId: Id, left: Count }, { additionalProperties: false }),
  {
    en: ({ left }) =>
      left === 0
        ? 'All of this deposit was given back already.'
        : `Only ${left} of this deposit ${left === 1 ? 'is' : 'are'} not given back yet.`,
    de: ({ left }) =>
      left === 0
        ? 'Dieses Pfand wurde schon ganz zurückgegeben.'
        : `Von diesem Pfand sind nur noch ${left} nicht zurückgegeben.`,
    ar: ({ left }) => (left === 0 ? 'رُدّ هذا التأمين كله من قبل.' : `المتبقي من هذا التأمين دون ردّ: ${left}.`),
  },
)

export const RestockTooMany = failure(
  'orders.restock_too_many',
  409,
  Type.Object({ orderLineId: Id, left: Count }, { additionalProperties: false }),
  {
    en: ({ left }) =>
      `Of this line ${left} ${left === 1 ? 'piece' : 'pieces'} can go back into stock that way: \`cancel\` takes what was not sent, \`return\` what was.`,
    de: ({ left }) =>
      `Von dieser Position können so nur ${left} zurück in den Bestand: \`cancel\` nimmt, was nicht versandt wurde, \`return\`, was versandt wurde.`,
    ar: ({ left }) =>
      `أقصى ما يعود إلى المخزون من هذا البند بهذه الطريقة ${left}: يأخذ \`cancel\` ما لم يُشحن، و\`return\` ما شُحن.`,
  },
)
