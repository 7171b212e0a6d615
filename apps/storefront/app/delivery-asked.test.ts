import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliveryAsked } from './delivery-asked.ts'

test('an address of the cart may ask about a place, and what is none is passed over', () => {
  const asked = (text: string) => deliveryAsked(new URLSearchParams(text))
  assert.deepEqual(asked('country=FR&postalCode=+75001+'), { country: 'FR', postalCode: '75001' })
  assert.deepEqual(asked(`country=FR&postalCode=${'7'.repeat(99)}`)?.postalCode?.length, 20)
  assert.deepEqual(asked('country=FR&postalCode='), { country: 'FR' })
  assert.deepEqual([asked(''), asked('country=france'), asked('country=fr')], [null, null, null])
})
