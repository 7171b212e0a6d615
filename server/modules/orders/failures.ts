/** What can stand in the way of an order, in words for the shopper. */
import { failure } from '#kit/failure.ts'
import { Money, Type } from '#kit/types.ts'
import { OrderState } from './state.ts'

export const TotalChanged = failure(
  'orders.total_changed',
  409,
  Type.Object({ total: Money }, { additionalProperties: false }),
  {
    en: 'The total has changed since you saw it. Please look at it again; nothing was charged.',
    de: 'Die Summe hat sich geändert, seit Sie sie gesehen haben. Bitte sehen Sie noch einmal nach; es wurde nichts abgebucht.',
    ar: 'تغيّر المجموع منذ أن رأيته. يُرجى مراجعته مرة أخرى؛ لم يُخصم أي مبلغ.',
  },
)

export const NotPayable = failure(
  'orders.not_payable',
  409,
  Type.Object({ state: OrderState }, { additionalProperties: false }),
  {
    en: ({ state }) =>
      state === 'pending'
        ? 'This order has seen too many attempts to pay. Please order again.'
        : state === 'cancelled' || state === 'expired'
          ? 'This order is closed. Your cart is kept: please order again.'
          : 'This order is paid already.',
    de: ({ state }) =>
      state === 'pending'
        ? 'Für diese Bestellung gab es zu viele Zahlungsversuche. Bitte bestellen Sie noch einmal.'
        : state === 'cancelled' || state === 'expired'
          ? 'Diese Bestellung ist geschlossen. Ihr Warenkorb ist noch da: Bitte bestellen Sie noch einmal.'
          : 'Diese Bestellung ist schon bezahlt.',
    ar: ({ state }) =>
      state === 'pending'
        ? 'جرت محاولات دفع كثيرة جداً لهذا الطلب. يُرجى الطلب من جديد.'
        : state === 'cancelled' || state === 'expired'
          ? 'هذا الطلب مغلق. سلتك محفوظة: يُرجى الطلب من جديد.'
          : 'هذا الطلب مدفوع من قبل.',
  },
)

export const NotCancellable = failure(
  'orders.not_cancellable',
  409,
  Type.Object({ state: OrderState }, { additionalProperties: false }),
  {
    en: ({ state }) =>
      state === 'pending'
        ? 'A payment for this order is on its way, so it cannot be cancelled now.'
        : state === 'confirmed' || state === 'on_hold'
          ? 'This order was charged or sent already, so it can no longer be cancelled here.'
          : `This order is ${state}, so it can no longer be cancelled here.`,
    de: ({ state }) =>
      state === 'pending'
        ? 'Eine Zahlung für diese Bestellung ist unterwegs, sie lässt sich jetzt nicht stornieren.'
        : state === 'confirmed' || state === 'on_hold'
          ? 'Diese Bestellung wurde schon abgebucht oder verschickt und lässt sich hier nicht mehr stornieren.'
          : 'Diese Bestellung ist abgeschlossen und lässt sich hier nicht mehr stornieren.',
    ar: ({ state }) =>
      state === 'pending'
        ? 'هناك عملية دفع جارية لهذا الطلب، لذلك لا يمكن إلغاؤه الآن.'
        : state === 'confirmed' || state === 'on_hold'
          ? 'خُصم ثمن هذا الطلب أو شُحن من قبل، لذلك لم يعد إلغاؤه ممكناً هنا.'
          : 'هذا الطلب منتهٍ، لذلك لم يعد إلغاؤه ممكناً هنا.',
  },
)
