/** The walls stand; and a planted breach of each is seen. */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { migrationSets, modules } from '../modules.ts'
import { boundaryFaults, importsOf } from './boundaries.ts'

const root = join(import.meta.dirname, '../..')
const SOURCES = ['server/**/*.ts', 'packages/*/**/*.{ts,tsx}', 'apps/*/**/*.{ts,tsx}', 'plugins/*/**/*.ts']
const BUILT = /(^|\/)(node_modules|build|dist|\.react-router)(\/|$)/

/** The list, with those that so far have only tables at their place among the migrations. */
function moduleOrder(): string[] {
  const order = migrationSets.map(({ module }) => module)
  for (const { name } of modules.toReversed()) {
    if (order.includes(name)) continue
    const next = modules[modules.findIndex((module) => module.name === name) + 1]?.name
    order.splice(next === undefined ? order.length : order.indexOf(next), 0, name)
  }
  return order
}
const order = moduleOrder()

test('nobody imports what is beyond the wall', () => {
  const paths = globSync(SOURCES, { cwd: root, exclude: (path) => BUILT.test(path) })
  assert.ok(paths.length > 50, 'the sources were found')
  const files = paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  assert.deepEqual(boundaryFaults(files, order), [])
})

test('modules are listed in the order in which their tables are made', () => {
  const made = migrationSets
    .map(({ module }) => module)
    .filter((name) => modules.some((module) => module.name === name))
  assert.deepEqual(
    made,
    modules.map(({ name }) => name).filter((name) => made.includes(name)),
  )
})

test('every module that has a module.ts is in the list', () => {
  const folders = readdirSync(join(root, 'server/modules')).filter((name) =>
    existsSync(join(root, 'server/modules', name, 'module.ts')),
  )
  assert.deepEqual(
    folders.filter((name) => !order.includes(name)),
    [],
  )
})

test('the picture of the architecture has them all, in their order', () => {
  const picture = readFileSync(join(root, 'docs/architecture.svg'), 'utf8')
  const boxes = [...picture.matchAll(/text-anchor="middle">([a-z]+)</g)].map(([, name]) => name)
  assert.deepEqual(
    boxes,
    modules.map(({ name }) => name),
  )
})

const breaches: [says: string, path: string, text: string, fault: RegExp][] = [
  [
    'a module that looks down',
    'server/modules/cart/add.ts',
    "import { place } from '../orders/index.ts'",
    /cart looks down at orders/,
  ],
  [
    'a module that looks down from a folder',
    'server/modules/cart/lines/add.ts',
    "import { place } from '../../orders/index.ts'",
    /cart looks down at orders/,
  ],
  [
    'a module that reaches inside',
    'server/modules/orders/place.ts',
    "import { rows } from '../cart/cart.ts'",
    /orders reaches inside cart/,
  ],
  [
    'a module that re-exports from inside',
    'server/modules/orders/index.ts',
    "export { rows } from '../cart/cart.ts'",
    /orders reaches inside cart/,
  ],
  [
    'a module that imports types from inside',
    'server/modules/orders/place.ts',
    "import type { Row } from '../cart/cart.ts'",
    /orders reaches inside cart/,
  ],
  [
    'a module that reaches in while running',
    'server/modules/orders/place.ts',
    "const cart = await import('../cart/cart.ts')",
    /orders reaches inside cart/,
  ],
  [
    'a module that knows a surface',
    'server/modules/cart/add.ts',
    "import { rest } from '../../surfaces/rest.ts'",
    /a module knows kit and the modules above it/,
  ],
  [
    'a module that knows a vendor',
    'server/modules/payments/pay.ts',
    "import pay from '../../adapters/sandbox/adapter.ts'",
    /a module knows kit/,
  ],
  [
    'a module in no list',
    'server/modules/gifts/wrap.ts',
    "import { rows } from '../cart/index.ts'",
    /gifts is not in server\/modules\.ts/,
  ],
  [
    'a module that uses testing',
    'server/modules/cart/add.ts',
    "import { alice } from '#testing/people.ts'",
    /only tests use testing/,
  ],
  [
    'a module that uses its own testing',
    'server/modules/cart/add.ts',
    "import { filledCart } from './testing.ts'",
    /only tests use testing/,
  ],
  [
    'a server that uses the proof',
    'server/run.ts',
    "import { pick } from './proof/random.ts'",
    /only tests use testing/,
  ],
  [
    'a folder that only sounds like testing',
    'server/modules/cart/lines/testing.ts',
    "import { alice } from '#testing/people.ts'",
    /only tests use testing/,
  ],
  [
    'kit that knows a module',
    'server/kit/invoke.ts',
    "import { cart } from '../modules/cart/index.ts'",
    /kit knows nothing but itself/,
  ],
  [
    'kit that knows a surface',
    'server/kit/invoke.ts',
    "import { rest } from '../surfaces/rest.ts'",
    /kit knows nothing but itself/,
  ],
  [
    'a surface that knows a module',
    'server/surfaces/rest.ts',
    "import { cart } from '../modules/cart/index.ts'",
    /a surface sees operations/,
  ],
  [
    'a surface that knows the list',
    'server/surfaces/rest.ts',
    "import { modules } from '../modules.ts'",
    /a surface sees operations/,
  ],
  [
    'an adapter that knows a surface',
    'server/adapters/post/adapter.ts',
    "import { rest } from '../../surfaces/rest.ts'",
    /an adapter knows kit and the port/,
  ],
  [
    'an adapter that knows another',
    'server/adapters/post/adapter.ts',
    "import { pay } from '../bank/adapter.ts'",
    /an adapter knows kit and the port/,
  ],
  [
    'an adapter that knows more than its port',
    'server/adapters/post/adapter.ts',
    "import { a } from '../../modules/messages/channel.ts'\nimport { b } from '../../modules/cart/index.ts'",
    /knows more than the port/,
  ],
  [
    'an app that knows the server',
    'apps/storefront/app/root.tsx',
    "import { newId } from '@quayside/server/kit'",
    /apps\/storefront may use/,
  ],
  [
    'an app that walks out',
    'apps/storefront/app/root.tsx',
    "import { newId } from '../../../server/kit/id.ts'",
    /reaches out of its folder/,
  ],
  [
    'a client with a dependency',
    'packages/client/src/call.ts',
    "import ky from 'ky'",
    /packages\/client has no dependency/,
  ],
  [
    'a client that knows the interface',
    'packages/client/src/call.ts',
    "import { Button } from '@quayside/ui'",
    /packages\/client may use no other package/,
  ],
  [
    'somebody who reads the environment',
    'server/kit/log.ts',
    'const level = process.env.LOG_LEVEL',
    /reads the environment/,
  ],
]

for (const [says, path, text, fault] of breaches) {
  test(`it sees ${says}`, () =>
    assert.match(boundaryFaults([{ path, text }], ['cart', 'payments', 'orders']).join('\n'), fault))
}

test('it lets through what is allowed', () => {
  const allowed = [
    {
      path: 'server/modules/orders/place.ts',
      text: "import { rows } from '../cart/index.ts'\nimport { sql } from 'kysely'\nimport { Id } from '#kit/types.ts'\nimport { Order } from './order.ts'",
    },
    {
      path: 'server/modules/cart/add.test.ts',
      text: "import { place } from '../orders/place.ts'\nimport { alice } from '#testing/people.ts'\nconst url = process.env.DATABASE_URL",
    },
    {
      path: 'server/modules/cart/testing.ts',
      text: "import { place } from '../orders/place.ts'\nimport { alice } from '#testing/people.ts'",
    },
    {
      path: 'server/modules/cart/lines/add.test.ts',
      text: "import { orderOf } from '../../orders/testing.ts'",
    },
    {
      path: 'server/proof/model/store.ts',
      text: "import { place } from '../../modules/orders/place.ts'\nimport { openShop } from '#testing/shop.ts'\nconst seed = process.env.PROOF_SEED",
    },
    {
      path: 'server/adapters/bank/adapter.ts',
      text: "import { paymentProvider } from '../../modules/payments/provider.ts'\nimport { wire } from './wire.ts'",
    },
    {
      path: 'apps/storefront/app/root.tsx',
      text: "import { Button } from '@quayside/ui'\nimport { words } from '@quayside/words/en'",
    },
    {
      path: 'server/modules/cart/cart.ts',
      text: "// was: import { place } from '../orders/index.ts'\n/**\n * from '../orders/index.ts'\n */",
    },
  ]
  assert.deepEqual(boundaryFaults(allowed, ['cart', 'payments', 'orders']), [])
})

test('it reads imports over several lines', () => {
  assert.equal(
    importsOf({
      path: 'server/kit/a.ts',
      text: "import {\n  one,\n  two,\n} from './b.ts'\nimport './c.ts'\n",
    }).length,
    2,
  )
})
