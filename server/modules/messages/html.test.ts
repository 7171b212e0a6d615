import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '#kit/html.ts'
import { aside, button, layout, panel, paragraph, rows } from './layout.ts'

const EVIL = `<img src=x onerror="alert('1')">&`
const SAFE = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;'

test('whatever is put into a mail is text, in every place', () => {
  assert.equal(html`<p title="${EVIL}">${EVIL}</p>`.text, `<p title="${SAFE}">${SAFE}</p>`)
  const whole = layout({
    store: EVIL,
    locale: EVIL,
    preview: EVIL,
    title: EVIL,
    body: html`${paragraph(EVIL)}${aside(EVIL)}${panel(EVIL, [EVIL])}${button(EVIL, EVIL)}${rows([[EVIL, EVIL]], EVIL)}`,
  })
  assert.doesNotMatch(whole, /<img/)
  assert.equal(whole.split(SAFE).length - 1, 14)
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

test('a mail runs the way its language does, and its amounts stand at the end of the line', () => {
  const mail = (locale: string) =>
    layout({
      store: 'Shop',
      locale,
      preview: '',
      title: 'T',
      body: rows([['Tea', '1 €']], locale),
    })
  assert.match(mail('ar'), /<html lang="ar" dir="rtl">[^]*align="left"[^>]*padding:10px/)
  assert.match(mail('de-AT'), /<html lang="de-AT" dir="ltr">[^]*align="right"[^>]*padding:10px/)
})
