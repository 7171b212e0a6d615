/** What a new version of the API is said to change, and what of it breaks a program. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { teaApp } from '../testing/tea-shop.ts'
import { breaksBetween, changesText } from './api-changes.ts'
import { apiFacts, type ApiDocument } from './api-facts.ts'
import { openapi } from './openapi.ts'

const version = (...facts: string[]) => ({ name: 'v', facts })
const old = version(
  'Tea | has name | string 1..20',
  'Tea | has next | Link',
  'Tea | has state | open or sold_out',
  'Tea | takes name | string 1..20',
  'tea.add | is at | POST /v1/teas',
  'tea.add | refuses tea.sold_out | with 409',
  'tea.add | takes price | Money, needed',
)
const breaks = (...changed: [was: string, is: string | null][]) => {
  const facts = old.facts.map((fact) => changed.find(([was]) => was === fact)?.[1] ?? fact)
  const gone = changed.filter(([, is]) => is === null).map(([was]) => was)
  const added = changed.filter(([was]) => was === '').map(([, is]) => is!)
  return breaksBetween(old, version(...facts.filter((fact) => !gone.includes(fact)), ...added))
}

test('what is only added breaks nobody', () => {
  assert.deepEqual(
    breaks(
      ['', 'Tea | has colour | string'],
      ['', 'tea.add | takes colour | string'],
      ['', 'tea.brew | is at | POST /v1/brews'],
      ['', 'tea.brew | takes tea | Id, needed'],
      ['', 'tea.add | refuses tea.late | with 409'],
      ['Tea | has name | string 1..20', 'Tea | has name | string 1..40'],
      ['Tea | has state | open or sold_out', 'Tea | has state | open or sold_out or withdrawn'],
      ['tea.add | takes price | Money, needed', 'tea.add | takes price | Money'],
      ['tea.add | refuses tea.sold_out | with 409', null],
    ),
    [],
  )
})

test('what is taken away, narrower, of another kind or newly needed breaks, and is named', () => {
  assert.deepEqual(breaks(['Tea | has name | string 1..20', null]), [
    '`Tea` no longer has name: string 1..20',
  ])
  assert.equal(breaks(['tea.add | is at | POST /v1/teas', 'tea.add | is at | PUT /v1/teas']).length, 1)
  assert.equal(breaks(['Tea | takes name | string 1..20', 'Tea | takes name | string 1..10']).length, 1)
  assert.equal(breaks(['Tea | has next | Link', 'Tea | has next | Link or null']).length, 1)
  assert.equal(breaks(['Tea | has state | open or sold_out', 'Tea | has state | open']).length, 1)
  assert.equal(breaks(['', 'tea.add | takes colour | string, needed']).length, 1)
  assert.equal(
    breaks(['Tea | takes name | string 1..20', 'Tea | takes name | string 1..20, needed']).length,
    1,
  )
})

test('the facts of a document tell ways, inputs, answers, refusals and shapes, each side apart', () => {
  const facts = apiFacts(openapi(teaApp) as ApiDocument)
  const tell = (fact: string) => assert.ok(facts.includes(fact), `${fact} is not in\n${facts.join('\n')}`)
  tell('tea.order | is at | POST /v1/teas/{teaId}/orders')
  tell('Tea | has price | Money')
  tell('Tea | has compareAt | Money or null')
  tell('TeaNext | may be TeaNextRedirect | a shape')
  assert.ok(facts.some((fact) => /^tea\.order \| refuses tea\.sold_out \| with 409$/.test(fact)))
  assert.ok(
    !facts.some((fact) => fact.includes('refuses not_found')),
    'what any operation may answer is no news',
  )
})

test('the page tells the newest version first', () => {
  const page = changesText([
    { name: '2030-01-01', facts: old.facts },
    { name: '2030-02-01', facts: [...old.facts, 'tea.brew | is at | POST /v1/brews'] },
  ])
  assert.match(
    page,
    /## 2030-02-01[\s\S]*New operations[\s\S]*`tea.brew`, `POST \/v1\/brews`[\s\S]*## 2030-01-01/,
  )
  assert.doesNotMatch(page, /Breaks/)
})
