/** What can stand in the way of a return, in words for its buyer and for staff. */
import { failure } from '#kit/failure.ts'
import { Count, Id, Type } from '#kit/types.ts'
import { ReturnState } from './return.ts'

export const NotReturnable = failure(
  'returns.not_returnable',
  409,
  Type.Object({ orderLineId: Id, left: Count }, { additionalProperties: false }),
  {
    en: ({ left }) =>
      left === 0
        ? 'This can no longer be sent back: its time is over, or it is on its way back already.'
        : `Of this only ${left} can still be sent back.`,
    de: ({ left }) =>
      left === 0
        ? 'Das kann nicht mehr zurückgeschickt werden: Die Frist ist vorbei, oder es ist schon auf dem Rückweg.'
        : `Davon können nur noch ${left} zurückgeschickt werden.`,
    ar: ({ left }) =>
      left === 0
        ? 'لم يعد بالإمكان إرجاع هذا: انتهت المهلة، أو هو في طريق العودة بالفعل.'
        : `أقصى ما يمكن إرجاعه من هذا: ${left}.`,
  },
)

export const WrongStep = failure(
  'returns.wrong_step',
  409,
  Type.Object({ state: ReturnState }, { additionalProperties: false }),
  {
    en: ({ state }) =>
      `This return is ${state.replaceAll('_', ' ')}; that step is not open to it any more, or not yet.`,
    de: 'Dieser Schritt ist bei dieser Rücksendung nicht mehr oder noch nicht möglich.',
    ar: 'هذه الخطوة غير ممكنة لهذا الإرجاع الآن.',
  },
)
