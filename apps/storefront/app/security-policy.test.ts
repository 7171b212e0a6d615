/** A page shown to many runs the scripts that it wrote itself, and no others. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { byDigest, byNonce, securityPolicy } from './security-policy.ts'

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('scripts with the nonce are named by their digests; one that was smuggled in is not, and the nonce is gone', () => {
  const html = [
    '<html><script nonce="n1">go(1)</script><script nonce="n1" src="/a.js"></script>',
    '<script>steal()</script><script nonce="n2">steal(2)</script>',
    '<script type="module" nonce="n1" async="">import "/b.js";\ngo(2)</script>',
    '<p>said: nonce n1</p></html>',
  ].join('')
  const shown = byDigest(html, 'n1')
  assert.equal(shown.scripts, `${digest('go(1)')} ${digest('import "/b.js";\ngo(2)')}`)
  assert.equal(shown.html, html.replaceAll(' nonce="n1"', ''))
})

test('the policy lets in nothing else, and forms go to the shop and the payment page', () => {
  const policy = securityPolicy(byNonce('n1'), ['https://pay.example'])
  assert.match(policy, /script-src 'self' 'nonce-n1';/)
  assert.match(policy, /form-action 'self' https:\/\/pay\.example;/)
})
