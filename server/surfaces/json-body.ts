/**
 * Reads a JSON body: UTF-8, at most 32 levels deep, no name twice in one object, no `__proto__`.
 *
 * A parser that takes the last of two equal names and a proxy that takes the first
 * would see two different orders; so nobody gets to send one.
 */
import { isUtf8 } from 'node:buffer'
import { unreadable } from './problems.ts'

export const MAX_DEPTH = 32

export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  if (!isUtf8(bytes)) throw unreadable('', 'encoding', 'The body is not UTF-8.')
  const text = bytes.toString('utf8')
  const { depth, members } = measure(text)
  if (depth > MAX_DEPTH)
    throw unreadable('', 'too_deep', `The body is nested deeper than ${MAX_DEPTH} levels.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unreadable('', 'json', 'The body is not valid JSON.')
  }
  if (countMembers(value) !== members)
    throw unreadable('', 'duplicate_name', 'The body has the same name twice in one object.')
  return value
}

/** Levels, and names written in all objects together; exact for valid JSON. */
function measure(text: string): { depth: number; members: number } {
  let depth = 0
  let deepest = 0
  let members = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at)
        break
      case 0x3a: // :
        members++
        break
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > deepest) deepest = depth
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth--
        break
    }
  }
  return { depth: deepest, members }
}

function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return quote
  }
  return text.length
}

/** Names that are left in the parsed value: fewer than were written means that one stood twice. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) count += countMembers(item)
    return count
  }
  for (const name of Object.keys(value)) {
    if (name === '__proto__') throw unreadable(name, 'unknown_field', 'There is no such field.')
    count += 1 + countMembers((value as Record<string, unknown>)[name])
  }
  return count
}
