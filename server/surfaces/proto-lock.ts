/**
 * Field numbers that are never given twice.
 *
 * A number belongs to a name and its type for ever: a field that goes away or changes
 * its type leaves its number reserved, and a re-ordered property keeps its own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LockedMessage {
  /** Name to number and type. */
  fields: Record<string, [number: number, type: string]>
  /** Numbers of fields that are no more. */
  retired: number[]
}

export interface ProtoLock {
  messages: Record<string, LockedMessage>
  enums: Record<string, { values: Record<string, number>; retired: number[] }>
}

export type ProtoLocks = Record<string, ProtoLock>

export interface Numbered {
  number: (name: string, type: string) => number
  /** Call last: retires what was not asked for, and tells what is reserved. */
  reserved: () => number[]
}

export const emptyLock = (): ProtoLock => ({ messages: {}, enums: {} })

// 19000 to 19999 are the protocol's own.
const next = (used: Iterable<number>) => {
  const number = Math.max(0, ...used) + 1
  return number >= 19_000 && number < 20_000 ? 20_000 : number
}

export function numberFields(lock: ProtoLock, message: string): Numbered {
  const held = (lock.messages[message] ??= { fields: {}, retired: [] })
  const seen = new Set<string>()
  const used = () => [...Object.values(held.fields).map(([number]) => number), ...held.retired]
  return {
    number(name, type) {
      seen.add(name)
      const known = held.fields[name]
      if (known?.[1] === type) return known[0]
      const fresh = next(used())
      if (known) held.retired.push(known[0])
      held.fields[name] = [fresh, type]
      return fresh
    },
    reserved() {
      for (const [name, [number]] of Object.entries(held.fields)) {
        if (seen.has(name)) continue
        held.retired.push(number)
        delete held.fields[name]
      }
      return held.retired.sort((a, b) => a - b)
    },
  }
}

/** Values of an enum; 0 is always the unspecified one. */
export function numberWords(
  lock: ProtoLock,
  name: string,
  words: string[],
): { numbers: number[]; reserved: number[] } {
  const held = (lock.enums[name] ??= { values: {}, retired: [] })
  const used = () => [...Object.values(held.values), ...held.retired]
  const numbers = words.map((word) => (held.values[word] ??= next(used())))
  for (const [word, number] of Object.entries(held.values)) {
    if (words.includes(word)) continue
    held.retired.push(number)
    delete held.values[word]
  }
  return { numbers, reserved: held.retired.sort((a, b) => a - b) }
}

const COMMITTED = join(import.meta.dirname, '../../contracts/proto.lock.json')

/** As they are released. A copy for each who asks: numbering writes into it. */
export function readLocks(): ProtoLocks {
  return JSON.parse(readFileSync(COMMITTED, 'utf8')) as ProtoLocks
}
