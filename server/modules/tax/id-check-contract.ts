/**
 * What whoever is asked about tax ids must do, whoever is behind it: one suite, run by each adapter's tests against the
 * service or its faithful twin over the wire.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { readIdAnswer, type TaxIdCheck } from './id-check.ts'
import { isTaxUnavailable } from './provider.ts'

export interface IdCheckAtHand {
  check: TaxIdCheck
  /** An id that was given to somebody, one that was not, and one that may ask. */
  known: string
  unknown: string
  requester: string
  /** Lets the service fail in each way it can, one after the other, while `work` runs. */
  failing(work: (how: string) => Promise<void>): Promise<void>
  close(): Promise<void>
}

const IN_TIME = 5_000 // ms

export function taxIdCheckContract(name: string, open: () => Promise<IdCheckAtHand>): void {
  describe(`${name} keeps the contract of those who check tax ids`, () => {
    let hand: IdCheckAtHand
    before(async () => void (hand = await open()))
    after(() => hand.close())
    const ask = (taxId: string, requester: string | null = null, within = IN_TIME) =>
      hand.check.check({ taxId, requester }, AbortSignal.timeout(within))

    test('an id that was given is valid, one that was not is not', async () => {
      const answer = await ask(hand.known)
      assert.equal(answer.valid, true)
      assert.deepEqual(readIdAnswer(answer), answer)
      assert.equal((await ask(hand.unknown)).valid, false)
    })

    test('who says who asks is given a consultation number', async () => {
      assert.equal((await ask(hand.known)).consultationNumber, null)
      assert.ok((await ask(hand.known, hand.requester)).consultationNumber)
    })

    test('no answer in time, a broken one and one about another id are all the same: unavailable, never not valid', async () => {
      await hand.failing(async (how) => {
        await assert.rejects(ask(hand.known, null, 300), (error) => {
          assert.ok(isTaxUnavailable(error), how)
          return true
        })
      })
      await ask(hand.known)
    })
  })
}
