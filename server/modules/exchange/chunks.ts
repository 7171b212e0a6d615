/**
 * Rows of a file as rows of a resource, in chunks that are written together. Rows of one group stay together; what
 * is the group's stands in the first and counts for those that follow.
 */
import type { Cell, Column, Fault, Resource, Row } from '#kit/resource.ts'
import { cellCheck } from '#kit/resource.ts'
import { parsed } from './cells.ts'
import { TooManyRows, WrongColumns } from './failures.ts'
import type { FileRow } from './formats/formats.ts'
import { CHUNK, MOST_IN_CHUNK, MOST_ROWS } from './limits.ts'
import type { Mapping } from './run.ts'

export interface Given {
  line: number
  /** What the file says; a column that it does not have is not in it. */
  cells: Row
  faults: Fault[]
}

export interface Chunk {
  /** Rows of the file before it. */
  from: number
  rows: Given[]
}

/** Without those that were dealt with before: `skip` rows. */
export async function* chunksOf(
  file: AsyncIterable<FileRow>,
  resource: Resource,
  columns: Column[],
  { mapping, skip }: { mapping: Mapping; skip: number },
): AsyncIterable<Chunk> {
  const read = rowReader(resource, columns, mapping)
  let rows: Given[] = []
  let count = 0
  let head: Given | undefined
  for await (const row of file) {
    if (count >= MOST_ROWS) throw TooManyRows({ limit: MOST_ROWS })
    const given = read(row)
    const belongs = head !== undefined && sameGroup(resource, head, given)
    if (belongs) fillDown(columns, head!, given)
    else head = silent(columns, given)
    count++
    if (count <= skip) continue
    if (rows.length >= (belongs ? MOST_IN_CHUNK : (resource.chunk ?? CHUNK))) {
      yield { from: count - 1 - rows.length, rows }
      rows = []
    }
    rows.push(given)
  }
  if (rows.length > 0) yield { from: count - rows.length, rows }
}

function sameGroup({ group }: Resource, head: Given, given: Given): boolean {
  return group !== undefined && head.cells[group] != null && head.cells[group] === given.cells[group]
}

/** A first row in which every cell of the group is empty says nothing of it: all of that stays. */
function silent(columns: Column[], given: Given): Given {
  const ofGroup = columns.filter((column) => column.ofGroup).map(({ name }) => name)
  if (ofGroup.every((name) => (given.cells[name] ?? null) === null))
    for (const name of ofGroup) delete given.cells[name]
  return given
}

function fillDown(columns: Column[], head: Given, given: Given): void {
  for (const { name, ofGroup } of columns) {
    if (!ofGroup || head.cells[name] === undefined) continue
    const [own, first] = [given.cells[name] ?? null, head.cells[name]]
    if (own !== null && JSON.stringify(own) !== JSON.stringify(first))
      given.faults.push({
        line: given.line,
        column: name,
        code: 'differs',
        message: `Row ${head.line} says otherwise, and both are of one ${columns[0]!.name}.`,
      })
    given.cells[name] = first
  }
}

/** Names of the file's columns are looked up once; of JSON in every row. */
function rowReader(resource: Resource, columns: Column[], mapping: Mapping): (row: FileRow) => Given {
  const known = new Map(columns.map((column) => [column.name, column]))
  const check = cellCheck(columns)
  const places = new Map<string, Column | null>()
  const placeOf = (from: string) => {
    if (!places.has(from)) places.set(from, columnFor(from, mapping, known))
    return places.get(from)!
  }
  return ({ line, cells }) => {
    const row: Row = {}
    for (const [from, raw] of Object.entries(cells)) {
      const column = placeOf(from)
      if (column) row[column.name] = parsed(raw, column)
    }
    for (const name of resource.key) {
      const { initial } = known.get(name)!
      if ((row[name] ?? null) === null && initial !== undefined) row[name] = initial as Cell
    }
    const tidy = resource.tidy ? resource.tidy(row) : row
    return { line, cells: tidy, faults: check(line, tidy) }
  }
}

function columnFor(from: string, mapping: Mapping, known: Map<string, Column>): Column | null {
  const mapped = mapping.find((each) => each.from === from)
  if (mapped?.to === null) return null
  const column = known.get(mapped?.to ?? from)
  if (column) return column
  throw WrongColumns({
    reason: mapped
      ? `The mapping names a column “${mapped.to}”, which there is not.`
      : `The file has a column “${from.slice(0, 100)}”. Map it to one of the resource’s columns, or to none.`,
  })
}
