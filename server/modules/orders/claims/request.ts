/**
 * A guest asks to keep their orders in an account: a link goes to the address that the order was written to.
 *
 * Whoever may see the order may ask; what comes of it only the owner of the address learns.
 */
import { failure } from '#kit/failure.ts'
import { spokenOf } from '#kit/language.ts'
import { command, Done } from '#kit/operation.ts'
import { Id, Token, Type } from '#kit/types.ts'
import { send } from '../../messages/index.ts'
import { currentSettings } from '../../settings/index.ts'
import { readOwn, seesOwnOrder } from '../access.ts'
import { claimLink } from '../emails/claim-link.ts'
import { makeClaimLink } from './link.ts'

export const OrderHasAccount = failure(
  'orders.has_account',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This order is kept in an account already. Log in to see it there.',
    de: 'Diese Bestellung liegt schon in einem Konto. Melden Sie sich an, um sie dort zu sehen.',
    ar: 'هذا الطلب محفوظ في حساب من قبل. سجّل الدخول لرؤيته هناك.',
  },
)

export const request = command({
  id: 'orders.claims.request',
  summary: 'Ask for the link that takes a guest’s orders into an account',
  description:
    'The link goes to the e-mail address of the order, lives seven days and works once. Asked again within five minutes, no second mail is sent.',
  rest: 'POST /orders/:orderId/claim-links',
  audience: 'shop',
  access: seesOwnOrder,
  limit: 'identity.logIn',
  input: Type.Object({ orderId: Id, token: Type.Optional(Token) }),
  output: Done,
  failures: [OrderHasAccount],
  async run({ orderId }, ctx) {
    const order = await readOwn(orderId, ctx)
    if (order.customer_id) throw OrderHasAccount({})
    const url = await makeClaimLink(ctx, order)
    if (url) {
      const { store } = await currentSettings(ctx)
      const locale = spokenOf(order.locale, store.locale)
      await send(ctx, {
        ...claimLink({ store: store.name, locale, url }),
        to: order.email,
        dedupeKey: `orders.claimLink:${ctx.id()}`,
        about: { kind: 'order', id: orderId },
      })
    }
    return { done: true as const }
  },
})
