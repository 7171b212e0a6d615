import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titleOf } from './title.ts'

const usual = (title: string, shop: string) => `${title} · ${shop}`
const titles = [{ kind: 'product' as const, title: '{title} kaufen bei {shop}: {title}' }]

test('a kind with a template is titled by it, the others as ever', () => {
  const mug = { title: 'Mug', shop: 'Quayside', titles }
  assert.equal(titleOf({ ...mug, kind: 'product' }, usual), 'Mug kaufen bei Quayside: Mug')
  assert.equal(titleOf({ ...mug, kind: 'category' }, usual), 'Mug · Quayside')
  assert.equal(titleOf({ ...mug, kind: undefined }, usual), 'Mug · Quayside')
})

test('what a name holds is a name, not a template', () => {
  const odd = { title: '$& {shop}', shop: 'Q', kind: 'product' as const, titles }
  assert.equal(titleOf(odd, usual), '$& {shop} kaufen bei Q: $& {shop}')
})
