import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filled, rowsAsked, rowsOf } from './form-rows.ts'

const FIELDS = ['sku', 'quantity'] as const

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('rows come in their order, without what is no row; empty ones are let go', () => {
  const form = formOf({
    'items.10.sku': 'B',
    'items.2.sku': ' A ',
    'items.2.quantity': '3',
    'items.3.sku': '',
    'items.3.quantity': ' ',
    'items.x.sku': 'C',
    'others.1.sku': 'D',
    formToken: 't',
  })
  assert.equal(rowsOf(form, 'items', FIELDS).length, 3)
  assert.deepEqual(filled(rowsOf(form, 'items', FIELDS)), [
    { sku: 'A', quantity: '3' },
    { sku: 'B', quantity: '' },
  ])
})

test('without script a row comes or goes by the button that was pressed', () => {
  const rows = ['a', 'b']
  assert.equal(rowsAsked(formOf({}), rows, ''), null)
  assert.deepEqual(rowsAsked(formOf({ rows: 'add' }), rows, ''), ['a', 'b', ''])
  assert.deepEqual(rowsAsked(formOf({ rows: '0' }), rows, ''), ['b'])
})
