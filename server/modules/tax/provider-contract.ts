/**
 * What every tax provider must do, whoever is behind it: one suite, run by each adapter's tests against the service or
 * its faithful twin over the wire.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isTaxUnavailable, readAnswer, type TaxProvider, type TaxQuestion } from './provider.ts'

export interface ProviderAtHand {
  provider: TaxProvider
  /** A place that the service taxes, and where it comes from. */
  to: TaxQuestion['to']
  from: TaxQuestion['from']
  /** Lets the service fail in each way it can, one after the other, while `work` runs. */
  failing(work: (how: string) => Promise<void>): Promise<void>
  close(): Promise<void>
}

const IN_TIME = 5_000 // ms

export function taxProviderContract(name: string, open: () => Promise<ProviderAtHand>): void {
  describe(`${name} keeps the tax provider's contract`, () => {
    let hand: ProviderAtHand
    before(async () => void (hand = await open()))
    after(() => hand.close())

    const question = (more: Partial<TaxQuestion> = {}): TaxQuestion => ({
      currency: 'EUR',
      taxIncluded: false,
      rounding: 'line',
      on: '2026-03-02',
      from: hand.from,
      to: hand.to,
      lines: [
        { category: 'standard', amount: 10_000, delivery: false },
        { category: 'reduced', amount: 1, delivery: false },
        { category: 'standard', amount: 0, delivery: true },
      ],
      ...more,
    })
    const ask = (asked: TaxQuestion, within = IN_TIME) =>
      hand.provider.quote(asked, AbortSignal.timeout(within))

    for (const taxIncluded of [false, true])
      test(`each line has its taxes, ${taxIncluded ? 'inside the price' : 'on top'}, and never more than it costs`, async () => {
        const asked = question({ taxIncluded })
        const answer = await ask(asked)
        assert.deepEqual(readAnswer(asked, answer), answer)
        const [first, , delivery] = answer.lines
        assert.ok(first!.taxes.some(({ amount }) => amount > 0))
        assert.ok(delivery!.taxes.every(({ amount }) => amount === 0))
        for (const { rateBasisPoints, rateHundredths, amount } of first!.taxes)
          if (!taxIncluded)
            assert.ok(
              Math.abs(amount * 100 - rateBasisPoints * 100 - rateHundredths) <= 50,
              'as the rate says',
            )
      })

    test('the same question has the same answer', async () => {
      assert.deepEqual(await ask(question()), await ask(question()))
    })

    test('the largest sums are taxed to the last unit', async () => {
      const asked = question({
        lines: [{ category: 'standard', amount: 900_000_000_000_001, delivery: false }],
      })
      const answer = await ask(asked)
      assert.deepEqual(readAnswer(asked, answer), answer)
    })

    test('no answer in time, a broken one and one that cannot be true are all the same: unavailable', async () => {
      await hand.failing(async (how) => {
        await assert.rejects(ask(question(), 300), (error) => {
          assert.ok(isTaxUnavailable(error), how)
          return true
        })
      })
      await ask(question())
    })
  })
}
