/** Nothing of packages/ui is left out of the page that shows it. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

const UI = join(import.meta.dirname, '../../../../packages/ui/src')

/** Around every page, this one too; or nothing that is seen. */
const AROUND = new Set(['Container', 'Footer', 'Header', 'Link', 'LinkProvider', 'LocaleProvider', 'Page'])

test('every component of the kit stands on its page', () => {
  const shown = globSync('*.tsx', { cwd: import.meta.dirname })
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('')
  const components = globSync('*.tsx', { cwd: UI }).flatMap((file) =>
    [...readFileSync(join(UI, file), 'utf8').matchAll(/^export function ([A-Z]\w+)/gm)].map(
      ([, name]) => name!,
    ),
  )
  assert.ok(components.length > 30)
  const missing = components.filter((name) => !AROUND.has(name) && !shown.includes(`<${name}`))
  assert.deepEqual(missing, [])
})
