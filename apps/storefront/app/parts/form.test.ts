import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const app = join(import.meta.dirname, '..')
const files = globSync('**/*.tsx', { cwd: app }).filter(
  (file) => !file.endsWith('form.tsx') || file.includes('-'),
)

test('every form of the shop is the one that says the token', () => {
  assert.ok(files.length > 50)
  for (const file of files) {
    const text = readFileSync(join(app, file), 'utf8')
    assert.doesNotMatch(text, /<form\b/, `${file} draws a form by hand`)
    assert.doesNotMatch(
      text,
      /import \{[^}]*\bForm\b[^}]*\} from 'react-router'/,
      `${file} takes the router’s Form`,
    )
    for (const [sent] of text.matchAll(/fetcher\.submit\([^)]*\)/g))
      assert.match(sent, /formToken|FormData/, `${file} sends something without the token`)
  }
})
