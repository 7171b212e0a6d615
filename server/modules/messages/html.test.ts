import assert from 'node:assert/strict'
import { test } from 'node:test'
import { button, html, layout, rows } from './html.ts'

const EVIL = `<img src=x onerror="alert('1')">&`
const SAFE = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;'

test('whatever is put into a mail is text, in every place', () => {
  assert.equal(html`<p title="${EVIL}">${EVIL}</p>`.text, `<p title="${SAFE}">${SAFE}</p>`)
  const whole = layout({
    store: EVIL,
    locale: EVIL,
    preview: EVIL,
    title: EVIL,
    body: html`${button(EVIL, EVIL)}${rows([[EVIL, EVIL]])}`,
  })
  assert.doesNotMatch(whole, /<img/)
  assert.equal(whole.split(SAFE).length - 1, 10)
})

test('html in html stays, lists are joined, nothing shows nothing', () => {
  const names = ['Ann', 'Bea & Co']
  const list = names.map((name) => html`<i>${name}</i>`)
  assert.equal(
    html`<b>${list}${null}${false}${undefined}${0}</b>`.text,
    '<b><i>Ann</i><i>Bea &amp; Co</i>0</b>',
  )
})

test('an object that only looks like html is no html', () => {
  assert.throws(() => html`<p>${{ text: '<b>bold</b>' } as never}</p>`)
})
