/** An operation's id is its path: `catalog.products.create` is `modules/catalog/products/create.ts`. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { modules } from '../modules.ts'

const root = join(import.meta.dirname, '../modules')

/** `cart.addItem` is `cart/add-item.ts`; null when an id has not two or three parts. */
function pathOf(id: string): string | null {
  if (!/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*){1,2}$/.test(id)) return null
  return `${id.replaceAll('.', '/').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`
}

interface Listed {
  module: string
  id: string
}

/** `declared` tells which ids a file declares. */
function faultsOf(listed: Listed[], declared: ReadonlyMap<string, string[]>): string[] {
  const found: string[] = []
  for (const { module, id } of listed) {
    const path = pathOf(id)
    if (!path) found.push(`${id} has not two or three parts in camelCase`)
    else if (!id.startsWith(`${module}.`)) found.push(`${id} is an operation of ${module}`)
    else if (!declared.get(path)?.includes(id)) found.push(`${id} should be in modules/${path}`)
  }
  const known = new Set(listed.map(({ id }) => id))
  for (const [path, ids] of declared) {
    if (ids.length > 1) found.push(`modules/${path} declares ${ids.join(' and ')}; one operation, one file`)
    for (const id of ids)
      if (!known.has(id)) found.push(`${id} in modules/${path} is in no list of operations`)
  }
  return found
}

/** Ids that a source text declares as operations. */
function idsIn(source: string): string[] {
  return [...source.matchAll(/\b(?:command|query|task|stream)\(\{\s*id: '([^']+)'/g)].map(
    (match) => match[1]!,
  )
}

const listed = modules.flatMap((module) => module.operations.map(({ id }) => ({ module: module.name, id })))

test('every operation is where its id says, and nowhere else', () => {
  const started = new Set(modules.map(({ name }) => name))
  const declared = new Map<string, string[]>()
  for (const path of globSync('**/*.ts', { cwd: root, exclude: (name) => name.endsWith('.test.ts') })) {
    const ids = idsIn(readFileSync(join(root, path), 'utf8'))
    if (ids.length > 0 && started.has(path.split('/')[0]!)) declared.set(path, ids)
  }
  assert.deepEqual(faultsOf(listed, declared), [])
})

test('each file exports the very operation that its module lists', async () => {
  for (const module of modules) {
    for (const operation of module.operations) {
      const file = (await import(pathToFileURL(join(root, pathOf(operation.id)!)).href)) as Record<
        string,
        unknown
      >
      assert.ok(
        Object.values(file).includes(operation),
        `${pathOf(operation.id)} does not export ${operation.id}`,
      )
    }
  }
})

test('an operation in the wrong place, unlisted, doubled or misnamed is found', () => {
  const tea = (id: string) => [{ module: 'tea', id }]
  assert.deepEqual(faultsOf(tea('tea.pour'), new Map([['tea/pour.ts', ['tea.pour']]])), [])
  assert.deepEqual(faultsOf(tea('tea.pourCup'), new Map([['tea/pour-cup.ts', ['tea.pourCup']]])), [])
  assert.deepEqual(faultsOf(tea('tea.cups.wash'), new Map([['tea/cups/wash.ts', ['tea.cups.wash']]])), [])
  assert.match(
    faultsOf(tea('tea.pour'), new Map([['tea/brew.ts', ['tea.pour']]]))[0]!,
    /should be in modules\/tea\/pour\.ts/,
  )
  assert.match(faultsOf([], new Map([['tea/pour.ts', ['tea.pour']]]))[0]!, /is in no list/)
  assert.match(faultsOf(tea('cup.pour'), new Map())[0]!, /is an operation of tea/)
  assert.match(faultsOf(tea('tea.a.b.c'), new Map())[0]!, /two or three parts/)
  assert.match(
    faultsOf([...tea('tea.a'), ...tea('tea.b')], new Map([['tea/a.ts', ['tea.a', 'tea.b']]])).join(),
    /one operation, one file/,
  )
})

test('ids are read from the source as they are written', () => {
  assert.deepEqual(idsIn("export const pour = command({\n  id: 'tea.pour',\n"), ['tea.pour'])
  assert.deepEqual(idsIn("const id = 'tea.pour'"), [])
})
