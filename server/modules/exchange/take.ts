/** What becomes of one chunk: each row is compared with what is there, checked, and written where it differs. */
import type { Ctx } from '#kit/context.ts'
import { faultAt, keyOf, type Column, type Fault, type Item, type Resource, type Row } from '#kit/resource.ts'
import type { Given } from './chunks.ts'

export interface Outcome {
  created: number
  changed: number
  same: number
  faulty: number
  faults: Fault[]
  /** What rows answered, by their lines. */
  answers: Map<number, unknown>
}

export async function take(ctx: Ctx, resource: Resource, columns: Column[], rows: Given[]): Promise<Outcome> {
  const faults = rows.flatMap((row) => [...row.faults, ...missingKeys(resource, columns, row)])
  const unreadable = new Set(faults.map(({ line }) => line))
  const readable = rows.filter(({ line }) => !unreadable.has(line))
  const known =
    readable.length > 0
      ? await resource.find(
          ctx,
          readable.map(({ cells }) => cells),
        )
      : []
  const items = merged(resource, columns, readable, known)
  faults.push(...twice(resource, items), ...items.flatMap((item) => missing(columns, item)))
  const wrong = new Set(faults.map(({ line }) => line))
  const whole = items.filter(({ line }) => !wrong.has(line))
  if (whole.length > 0) faults.push(...(await resource.check(ctx, whole, known)))

  const held = heldBack(resource, rows, faults)
  const good = items.filter(({ line }) => !held.has(line))
  const [created, others] = [good.filter(({ was }) => was === null), good.filter(({ was }) => was !== null)]
  const changed = others.filter((item) => differs(columns, item))
  const toWrite = new Set([...created, ...changed])
  // In the order of the file: new things come in that order.
  const written = good.filter((item) => toWrite.has(item))
  const answered = (written.length > 0 && (await resource.write(ctx, written))) || []
  return {
    created: created.length,
    changed: changed.length,
    same: others.length - changed.length,
    faulty: rows.length - good.length,
    faults: inOrder([...faults, ...heldFaults(resource, rows, faults, held)]),
    answers: new Map(answered.map((answer, index) => [written[index]!.line, answer])),
  }
}

/** Without its key a row is nobody's; a part of the key that may be empty says so by not being required. */
function missingKeys({ key }: Resource, columns: Column[], { line, cells }: Given): Fault[] {
  return columns
    .filter(({ name, required }) => required && key.includes(name) && (cells[name] ?? null) === null)
    .map(({ name }) => faultAt({ line }, name, 'required', 'This is required.'))
}

function merged(resource: Resource, columns: Column[], rows: Given[], known: Row[]): Item[] {
  const byKey = new Map(known.map((row) => [keyOf(resource, row), row]))
  const { group } = resource
  const heads = new Map(group ? known.map((row) => [row[group], row]) : [])
  const shared = [resource.groupId, ...columns.filter(({ ofGroup }) => ofGroup).map(({ name }) => name)]
  return rows.map(({ line, cells }) => {
    const was = byKey.get(keyOf(resource, cells)) ?? null
    const head = group ? heads.get(cells[group]) : undefined
    const base = was ?? (head ? headOf(head, shared) : {})
    const row: Row = { ...base }
    for (const { name, initial, required } of columns) {
      const given = cells[name]
      // What cannot be empty stays as it is where the file's cell is.
      const clears = initial === undefined && !required
      if (given !== undefined && (given !== null || clears)) row[name] = given
      else if ((row[name] ?? null) === null && initial !== undefined && was === null) row[name] = initial
      else row[name] ??= null
    }
    return { line, row, was }
  })
}

/** What a new row of a known group has already. */
const headOf = (head: Row, shared: (string | undefined)[]): Row =>
  Object.fromEntries(Object.entries(head).filter(([name]) => shared.includes(name)))

function missing(columns: Column[], { line, row }: Item): Fault[] {
  return columns
    .filter(({ name, required }) => required && (row[name] ?? null) === null)
    .map(({ name }) => faultAt({ line }, name, 'required', 'This is required.'))
}

function twice(resource: Resource, items: Item[]): Fault[] {
  const first = new Map<string, number>()
  return items.flatMap((item) => {
    const key = keyOf(resource, item.row)
    const before = first.get(key)
    if (before === undefined) first.set(key, item.line)
    return before === undefined
      ? []
      : [faultAt(item, resource.key.at(-1)!, 'duplicate', `Row ${before} is the same one.`)]
  })
}

function differs(columns: Column[], { row, was }: Item): boolean {
  return columns.some(({ name }) => JSON.stringify(row[name] ?? null) !== JSON.stringify(was![name] ?? null))
}

/** Rows at fault, and those of their groups. */
function heldBack({ group }: Resource, rows: Given[], faults: Fault[]): Set<number> {
  const wrong = new Set(faults.map(({ line }) => line))
  if (!group) return wrong
  const groups = new Set(rows.filter(({ line }) => wrong.has(line)).map(({ cells }) => cells[group] ?? null))
  return new Set(
    rows
      .filter(({ line, cells }) => wrong.has(line) || (cells[group] != null && groups.has(cells[group])))
      .map(({ line }) => line),
  )
}

function heldFaults({ group }: Resource, rows: Given[], faults: Fault[], held: Set<number>): Fault[] {
  const wrong = new Set(faults.map(({ line }) => line))
  return rows
    .filter(({ line }) => held.has(line) && !wrong.has(line))
    .map((row) => faultAt(row, group!, 'held_back', 'Another row that belongs to this one is at fault.'))
}

const inOrder = (faults: Fault[]) => faults.toSorted((a, b) => a.line - b.line)
