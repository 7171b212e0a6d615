/**
 * What every payment provider must do, whoever is behind it: one suite, run by each adapter's tests.
 *
 * It speaks to a real provider (or its faithful twin) over the wire. `pay` is the buyer at the hosted page; `received`
 * holds the webhooks as they came, oldest first; `sign` makes one up, to prove that only ours are believed.
 */
import { after, before, describe } from 'node:test'
import { handsOn, type ProviderAtHand } from './provider-contract/hands.ts'
import { paymentsKept } from './provider-contract/payments.ts'
import { refundsKept } from './provider-contract/refunds.ts'
import { webhooksKept } from './provider-contract/webhooks.ts'

export type { ProviderAtHand, Received } from './provider-contract/hands.ts'

export function providerContract(name: string, open: () => Promise<ProviderAtHand>): void {
  describe(`${name} keeps the payment provider's contract`, () => {
    let hand: ProviderAtHand
    before(async () => {
      hand = await open()
    })
    after(() => hand.close())

    const hands = handsOn(() => hand)
    paymentsKept(hands)
    refundsKept(hands)
    webhooksKept(hands)
  })
}
