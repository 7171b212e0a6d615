/** The set-up with an npm of our own in the place of npm, so that its kills and races take no network. */
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from 'node:stream/consumers'

/** Nothing of this user's own git settings. */
const GIT = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
const clones: string[] = []
after(() => clones.forEach((clone) => rmSync(clone, { recursive: true, force: true })))

/** Writes its name to `runs`, empties node_modules, takes its time, and puts this Node where ours would be. */
const NPM = `
  const fs = require('fs')
  const inherited = Object.keys(process.env).filter((name) => name.startsWith('npm_'))
  fs.appendFileSync('runs', process.pid + ' ' + inherited.join() + '\\n')
  fs.rmSync('node_modules', { recursive: true, force: true })
  if (fs.existsSync('offline')) { console.error('npm error network'); process.exit(1) }
  setTimeout(() => {
    const folder = require('path').dirname('node_modules/' + process.env.WHERE)
    fs.mkdirSync(folder, { recursive: true })
    fs.symlinkSync(process.execPath, 'node_modules/' + process.env.WHERE)
  }, 400)`

const source = readFileSync(join(import.meta.dirname, 'bootstrap.mjs'), 'utf8')
const where = new RegExp(`'${process.platform}-${process.arch}': '(.*)'`).exec(source)?.[1] ?? ''

function clone(): string {
  const root = mkdtempSync(join(tmpdir(), 'quayside-clone-'))
  clones.push(root)
  mkdirSync(join(root, 'tools'))
  cpSync(join(import.meta.dirname, 'bootstrap.mjs'), join(root, 'tools/bootstrap.mjs'))
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }),
  )
  writeFileSync(join(root, 'npm-cli.js'), NPM)
  return root
}

function setUp(root: string): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    npm_execpath: join(root, 'npm-cli.js'),
    npm_node_execpath: process.execPath,
    npm_config_loglevel: 'silly',
    WHERE: where,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  }
  return spawn(process.execPath, [join(root, 'tools/bootstrap.mjs')], { cwd: root, env })
}

async function finish(child: ChildProcess): Promise<{ code: number; said: string }> {
  const [said, complaint, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'close'),
  ])
  return { code: code as number, said: said + complaint }
}

const runs = (root: string) => readFileSync(join(root, 'runs'), 'utf8').trim().split('\n')

test('installs once, says so, and is silent from then on', async () => {
  const root = clone()
  const first = await finish(setUp(root))
  assert.match(first.said, /^Installing 1 packages …\nInstalled 1 packages in \d+ s\.\n$/)
  assert.equal(first.code, 0)
  assert.deepEqual(await finish(setUp(root)), { code: 0, said: '' })
  assert.equal(runs(root).length, 1)
  assert.match(runs(root)[0] ?? '', /^\d+ ?$/, 'no npm setting is inherited')

  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: {} }))
  assert.match((await finish(setUp(root))).said, /Installed/)
  assert.ok(!existsSync(join(root, '.install-lock')))
})

test('of two starts at once one installs and the other waits', async () => {
  const root = clone()
  const both = await Promise.all([finish(setUp(root)), finish(setUp(root))])
  assert.deepEqual(
    both.map(({ code }) => code),
    [0, 0],
  )
  assert.equal(runs(root).length, 1)
  assert.match(both.map(({ said }) => said).join(''), /Another start is setting up; waiting for it\./)
})

test('killed in the middle, the next start recovers, after the orphaned npm has ended', async () => {
  const root = clone()
  const killed = setUp(root)
  while (!existsSync(join(root, 'runs'))) await sleep(10)
  killed.kill('SIGKILL')
  await once(killed, 'close')
  assert.ok(existsSync(join(root, '.install-lock')))
  assert.equal((await finish(setUp(root))).code, 0)
  assert.ok(existsSync(join(root, 'node_modules/.quayside')))
  assert.ok(!existsSync(join(root, '.install-lock')))
})

test('what npm or someone by hand installed completely is kept', async () => {
  const root = clone()
  await finish(setUp(root))
  rmSync(join(root, 'node_modules/.quayside'))
  writeFileSync(
    join(root, 'node_modules/.package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }),
  )
  assert.deepEqual(await finish(setUp(root)), { code: 0, said: '' })
  assert.equal(runs(root).length, 1)
})

test('a checkout gets the hook that checks what is committed, unless it has one or does not want it', async () => {
  const hookAfter = async (prepare: (root: string) => void) => {
    const root = clone()
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env: GIT })
    git('init', '-q')
    mkdirSync(join(root, '.git/hooks'), { recursive: true })
    prepare(root)
    assert.equal((await finish(setUp(root))).code, 0)
    const file = join(root, '.git/hooks/pre-commit')
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  const configured = (name: string, value: string) => (root: string) =>
    void execFileSync('git', ['config', name, value], { cwd: root, env: GIT })
  assert.match((await hookAfter(() => {}))!, /exec node tools\/ci\.ts commit/)
  assert.equal(await hookAfter(configured('quayside.hook', 'false')), null)
  assert.equal(await hookAfter(configured('core.hooksPath', 'my-hooks')), null)
  const own = (root: string) => writeFileSync(join(root, '.git/hooks/pre-commit'), 'mine')
  assert.equal(await hookAfter(own), 'mine')
})

test('when npm fails, its reason is shown and nothing is left behind', async () => {
  const root = clone()
  writeFileSync(join(root, 'offline'), '')
  const { code, said } = await finish(setUp(root))
  assert.equal(code, 1)
  assert.match(said, /npm error network\n+npm could not install the packages; its reason is above/)
  assert.ok(!existsSync(join(root, '.install-lock')))
})
