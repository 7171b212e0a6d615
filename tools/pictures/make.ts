/**
 * Renders the demo shop's pictures:
 * `node tools/pictures/make.ts [--all] [--to folder] [--preview folder] [--samples most] [key …]`.
 *
 * Writes `<key>.webp` to `server/demo/pictures/masters` and, to `rendered.json` beside them, a fingerprint of what
 * was asked for: a picture whose line in `shots/` has not changed is left alone, so a long run can be ended and taken up
 * again at any time. Where time is short, `--samples` takes fewer of each picture. Needs Blender 3.4 and the fonts EB
 * Garamond and Lato; the shop itself never does. A picture takes about half a minute on two cores: `nice` it.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { finish } from './finish.ts'
import { onItsGround } from './ground.ts'
import { drawLabels } from './labels/draw.ts'
import { shots } from './shots/index.ts'
import type { Shot } from './shots/shot.ts'

const MASTERS = join(import.meta.dirname, '../../server/demo/pictures/masters')
/** One process of Blender takes this many, so that what it forgets to give back is soon given back. */
const BATCH = 12
const PREVIEW = { scale: 0.32, samples: 8 }

type Ledger = Record<string, string>

/** How long it is exposed is no part of it: that is patience, not what is shown. */
export function fingerprint({ key, form, given, stage, width, height }: Shot): string {
  const asked = { key, form, given, stage, width, height }
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 20)
}

function readLedger(folder: string): Ledger {
  const file = join(folder, 'rendered.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ledger) : {}
}

function record(folder: string, key: string): void {
  const asked = fingerprint(shots.find((shot) => shot.key === key)!)
  const ledger = Object.entries({ ...readLedger(folder), [key]: asked })
  const sorted = Object.fromEntries(ledger.sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(join(folder, 'rendered.json'), `${JSON.stringify(sorted, null, 2)}\n`)
}

/** A repainted picture needs the light of its first colour, whether that one is there already or not. */
function withTheirLight(wanted: Shot[]): Shot[] {
  const sources = new Set(wanted.map((shot) => shot.repaints))
  return shots.filter((shot) => wanted.includes(shot) || sources.has(shot.key))
}

async function* taken(batch: Shot[], folder: string): AsyncGenerator<string> {
  const plan = join(folder, 'plan.json')
  writeFileSync(plan, JSON.stringify({ folder, shots: batch }))
  const script = join(import.meta.dirname, 'shoot.py')
  const blender = spawn('blender', ['-b', '--factory-startup', '-t', '2', '-P', script, '--', plan], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LABELS: join(folder, 'labels') },
  })
  const errors: string[] = []
  blender.stderr.on('data', (chunk) => errors.push(String(chunk)))
  for await (const line of createInterface(blender.stdout)) {
    const [word, key] = line.split(' ')
    if (word === 'TAKEN') yield key!
    if (word === 'FAILED') console.error(`${line}\n${errors.splice(0).join('')}`)
  }
}

async function develop(key: string, folder: string, target: string): Promise<void> {
  const picture = await finish(await onItsGround(folder, key))
  writeFileSync(join(target, `${key}.webp`), picture)
  console.log(`${new Date().toISOString().slice(11, 19)} ${key} ${Math.round(picture.length / 1024)} KB`)
}

type Wish = { all: boolean; to: string; preview: boolean; most: number; keys: string[] }

async function make({ all, to: target, preview, most, keys }: Wish): Promise<void> {
  mkdirSync(target, { recursive: true })
  const known = preview ? {} : readLedger(target)
  const chosen = shots.filter(({ key }) => keys.length === 0 || keys.some((name) => key.startsWith(name)))
  const missing = chosen.filter((shot) => all || known[shot.key] !== fingerprint(shot))
  const small = (shot: Shot): Shot => ({
    ...shot,
    width: shot.width * PREVIEW.scale,
    height: shot.height * PREVIEW.scale,
    samples: PREVIEW.samples,
  })
  const brief = (shot: Shot): Shot => ({ ...shot, samples: Math.min(shot.samples, most) })
  const todo = withTheirLight(missing).map(preview ? small : brief)
  const folder = join(tmpdir(), `quayside-pictures-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  await drawLabels(join(folder, 'labels'))
  for (let start = 0; start < todo.length;) {
    const end = wholeProducts(todo, start + BATCH)
    for await (const key of taken(todo.slice(start, end), folder)) {
      await develop(key, folder, target)
      if (!preview) record(target, key)
    }
    for (const file of globSync(join(folder, '*.{png,exr}'))) rmSync(file)
    start = end
  }
  rmSync(folder, { recursive: true })
}

/** A batch ends where no picture needs the light of one in it. */
function wholeProducts(list: Shot[], end: number): number {
  let stop = Math.min(end, list.length)
  while (stop < list.length && list[stop]!.repaints) stop++
  return stop
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean' },
      to: { type: 'string' },
      preview: { type: 'string' },
      samples: { type: 'string' },
    },
  })
  const { all = false, to = MASTERS, preview, samples = 'Infinity' } = values
  await make({
    all,
    to: preview ?? to,
    preview: preview !== undefined,
    most: Number(samples),
    keys: positionals,
  })
}
