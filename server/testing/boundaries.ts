/**
 * Who may import whom: the walls between kit, surfaces, modules, adapters, packages and apps.
 *
 * A module sees kit and the `index.ts` of modules above it. kit knows none of the
 * others, surfaces see only kit, an adapter sees kit and the one port it fills, apps see
 * the client, the interface and its words. Tests may reach further down, not elsewhere;
 * `server/proof`, and a module's own `testing.ts`, are tests too, and nothing else uses them.
 */
import { posix } from 'node:path'

export interface SourceFile {
  /** From the root of the repository: `server/modules/cart/add-item.ts`. */
  path: string
  text: string
}

/** Where an import leads: a path from the root, or the name of a package. */
interface Import {
  spec: string
  target: string
  isPackage: boolean
}

type Area =
  | 'kit'
  | 'surfaces'
  | 'modules'
  | 'adapters'
  | 'testing'
  | 'proof'
  | 'server'
  | 'packages'
  | 'apps'
  | 'plugins'
  | 'elsewhere'

const ALIASES: Record<string, string> = { '#kit/': 'server/kit/', '#testing/': 'server/testing/' }

/** Packages of our own that each part of `packages/` and `apps/` may use. */
const OWN_PACKAGES: Record<string, string[]> = {
  'packages/client': [],
  'packages/words': [],
  'packages/ui': ['@quayside/words'],
  'apps/storefront': ['@quayside/client', '@quayside/ui', '@quayside/words'],
  'apps/admin': ['@quayside/client', '@quayside/ui', '@quayside/words'],
  'apps/mobile': ['@quayside/client', '@quayside/words'],
}

/** What has no dependency at all. */
const ALONE = new Set(['packages/client', 'packages/words'])

const STATEMENT = /^\s*(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'/gm
const BARE = /^\s*import\s+'([^']+)'/gm
const DYNAMIC = /\bimport\(\s*'([^']+)'/g

export function importsOf({ path, text }: SourceFile): Import[] {
  const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const specs = [STATEMENT, BARE, DYNAMIC].flatMap((form) =>
    [...code.matchAll(form)].map((match) => match[1]!),
  )
  return specs.map((spec) => {
    const alias = Object.keys(ALIASES).find((prefix) => spec.startsWith(prefix))
    if (alias) return { spec, target: ALIASES[alias] + spec.slice(alias.length), isPackage: false }
    if (spec.startsWith('.')) return { spec, target: posix.join(posix.dirname(path), spec), isPackage: false }
    return { spec, target: spec, isPackage: true }
  })
}

export function areaOf(path: string): Area {
  const [top, second, third] = path.split('/')
  if (top === 'packages' || top === 'apps' || top === 'plugins') return top
  if (top !== 'server') return 'elsewhere'
  const isFolder = third !== undefined
  return isFolder &&
    (second === 'kit' ||
      second === 'surfaces' ||
      second === 'modules' ||
      second === 'adapters' ||
      second === 'testing' ||
      second === 'proof')
    ? second
    : 'server'
}

const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || areaOf(path) === 'proof' || isModulesTesting(path)
const isModulesTesting = (path: string) => /^server\/modules\/[^/]+\/testing\.ts$/.test(path)
const folderOf = (path: string) => path.split('/').slice(0, 2).join('/')
const nameOf = (path: string) => path.split('/')[2]!

export function boundaryFaults(files: SourceFile[], moduleOrder: string[]): string[] {
  return files.flatMap((file) => [
    ...importsOf(file).flatMap((each) => faultOf(file.path, each, moduleOrder) ?? []),
    ...environmentFault(file),
    ...portFault(file),
  ])
}

function faultOf(path: string, each: Import, order: string[]): string | null {
  const area = areaOf(path)
  const target = areaOf(each.target)
  const says = (what: string) => `${path} imports ${each.spec}: ${what}`
  if (each.isPackage) return packageFault(path, each, area)
  if (area === 'apps' && !path.includes('/app/')) return null // its build and development tools
  if (area === 'packages' || area === 'apps' || area === 'plugins')
    return folderOf(path) === folderOf(each.target)
      ? null
      : says(`${folderOf(path)} reaches out of its folder`)
  if (isTest(path) || area === 'testing' || area === 'elsewhere') return null
  if (target === 'testing' || target === 'proof' || isModulesTesting(each.target))
    return says('only tests use testing')
  switch (area) {
    case 'kit':
      return target === 'kit' ? null : says('kit knows nothing but itself')
    case 'surfaces':
      return target === 'kit' || target === 'surfaces'
        ? null
        : says('a surface sees operations, not what they are made of')
    case 'modules':
      return moduleFault(path, each, order)
    case 'adapters':
      if (target === 'kit' || (target === 'adapters' && nameOf(path) === nameOf(each.target))) return null
      return target === 'modules' ? null : says('an adapter knows kit and the port it fills')
    default:
      return null
  }
}

function moduleFault(path: string, each: Import, order: string[]): string | null {
  const target = areaOf(each.target)
  if (target === 'kit') return null
  if (target !== 'modules') return `${path} imports ${each.spec}: a module knows kit and the modules above it`
  const [own, other] = [nameOf(path), nameOf(each.target)]
  if (own === other) return null
  if (!order.includes(own)) return `${path}: ${own} is not in server/modules.ts`
  if (order.indexOf(other) === -1 || order.indexOf(other) > order.indexOf(own))
    return `${path} imports ${each.spec}: ${own} looks down at ${other}`
  return each.target === `server/modules/${other}/index.ts`
    ? null
    : `${path} imports ${each.spec}: ${own} reaches inside ${other}`
}

function packageFault(path: string, { spec, target }: Import, area: Area): string | null {
  const own = target.startsWith('@quayside/')
  const isDevelopment = isTest(path) || !/\/(src|app)\//.test(path)
  if (area === 'packages' || area === 'apps') {
    const allowed = OWN_PACKAGES[folderOf(path)] ?? []
    const name = target.split('/').slice(0, 2).join('/')
    if (own && !allowed.includes(name))
      return `${path} imports ${spec}: ${folderOf(path)} may use ${allowed.join(', ') || 'no other package'}`
    if (!own && ALONE.has(folderOf(path)) && !isDevelopment)
      return `${path} imports ${spec}: ${folderOf(path)} has no dependency`
  }
  if (area === 'plugins' && own && !target.startsWith('@quayside/server'))
    return `${path} imports ${spec}: a plugin uses @quayside/server`
  return null
}

/** Hands the environment on to PostgreSQL on Windows and reads nothing in it. */
const HANDS_ON = new Set(['server/adapters/embedded-postgres/data-folder.ts'])

/** One file reads the environment. Tests and their tools have their own; bootstrapping has no configuration yet. */
function environmentFault({ path, text }: SourceFile): string[] {
  const area = areaOf(path)
  if (
    area === 'elsewhere' ||
    area === 'testing' ||
    isTest(path) ||
    path === 'server/config.ts' ||
    HANDS_ON.has(path)
  )
    return []
  if (area === 'apps' && !path.includes('/app/')) return []
  return /\bprocess\s*\.\s*env\b/.test(text)
    ? [`${path} reads the environment; only server/config.ts does`]
    : []
}

/** Of a module an adapter imports one file: the port, or the face that offers it. */
function portFault(file: SourceFile): string[] {
  if (areaOf(file.path) !== 'adapters' || isTest(file.path)) return []
  const targets = new Set(
    importsOf(file)
      .filter((each) => !each.isPackage && areaOf(each.target) === 'modules')
      .map((each) => each.target),
  )
  return targets.size > 1
    ? [`${file.path} knows more than the port it fills: ${[...targets].join(', ')}`]
    : []
}
