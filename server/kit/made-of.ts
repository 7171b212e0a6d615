/**
 * What a page was made of: the events that end it, and the moment at which the clock does.
 *
 * Each read of a page tells it. Caches beyond this process, such as a CDN's, keep the page under `keysOf` its tags and
 * are told of the keys when an event has come. A page of which one read cannot say what ends it is kept by nobody.
 */
import { createHash } from 'node:crypto'
import type { Happened } from './kept.ts'
import type { Operation } from './operation.ts'

export interface MadeOf {
  tags: Set<string>
  /** Null: the clock changes nothing. */
  until: Date | null
  /** Whether all of it can say what ends it. */
  ends: boolean
}

export const madeOfNothing = (): MadeOf => ({ tags: new Set(), until: null, ends: true })

/** An answer falls with its tags: names of events, and ids of what events are about. */
export const tagOf = (storeId: string, of: string) => `${storeId} ${of}`

export function addKept(madeOf: MadeOf, tags: string[], until: Date | null): void {
  for (const tag of tags) madeOf.tags.add(tag)
  if (until !== null && (madeOf.until === null || until < madeOf.until)) madeOf.until = until
}

/** Of a read that is not kept here. */
export function addUnkept(madeOf: MadeOf, { endedBy }: Operation, storeId: string): void {
  if (endedBy.length === 0) madeOf.ends = false
  for (const { name } of endedBy) madeOf.tags.add(tagOf(storeId, name))
}

/** Names of events: those that end answers by themselves, and those that end the answers with one of their ids. */
export interface Endings {
  any: ReadonlySet<string>
  named: ReadonlySet<string>
}

export function endingsOf(operations: Iterable<Operation>): Endings {
  const [any, named] = [new Set<string>(), new Set<string>()]
  for (const { kept, endedBy } of operations) {
    for (const { name } of [...endedBy, ...(kept?.untilAny ?? [])]) any.add(name)
    for (const { name } of kept?.untilNamed?.events ?? []) named.add(name)
  }
  return { any, named }
}

export function tagsOfEvent(
  { named }: Endings,
  storeId: string,
  { name, payload }: Pick<Happened, 'name' | 'payload'>,
): string[] {
  const { ids = [] } = payload as { ids?: string[] }
  return [name, ...(named.has(name) ? ids : [])].map((of) => tagOf(storeId, of))
}

const KEY_LETTERS = 10

/** Short, for there may be a hundred in a header; two tags with one key end each other's pages, and no more. */
export const keyOf = (tag: string): string =>
  createHash('sha256').update(tag).digest('base64url').slice(0, KEY_LETTERS)
