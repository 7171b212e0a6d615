/**
 * How large a query is: refused by its text and its fields, before it is validated and long before anything is read.
 *
 * Fragments count wherever they are used, and each is walked once: a few lines can stand for millions of fields.
 */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'
import { tooMuch } from './failures.ts'
import { MAX_DEPTH, MAX_FIELDS, MAX_NESTING, MAX_ROOTS, MAX_TEXT } from './limits.ts'

export interface Size {
  fields: number
  depth: number
  roots: number
}

const NONE: Size = { fields: 0, depth: 0, roots: 0 }
/** What tells about the schema itself, at the top of a query. */
const ABOUT_ITSELF = new Set(['__schema', '__type', '_service'])

/** A parser goes as deep as the text does, and the stack of the process ends somewhere. */
export function mustBeShallow(text: string): void {
  if (text.length > MAX_TEXT)
    throw tooMuch('too_long', `A query has at most ${MAX_TEXT} characters.`, text.length, MAX_TEXT)
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x7b || sign === 0x5b || sign === 0x28) depth++
    else if (sign === 0x7d || sign === 0x5d || sign === 0x29) depth--
    if (depth > MAX_NESTING)
      throw tooMuch('too_deep', `A query is nested at most ${MAX_NESTING} times.`, depth, MAX_NESTING)
  }
}

/** Answers its number of fields, and whether it asks about the schema. */
export function measured(document: DocumentNode): { fields: number; isAboutItself: boolean } {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  const walk = walker(fragments)
  let fields = 0
  for (const each of document.definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue
    const size = walk.sizeOf(each.selectionSet)
    fields += size.fields
    if (size.depth > MAX_DEPTH)
      throw tooMuch('too_deep', `Fields are nested at most ${MAX_DEPTH} times.`, size.depth, MAX_DEPTH)
    if (size.roots > MAX_ROOTS)
      throw tooMuch('too_many', `A query asks ${MAX_ROOTS} operations at most.`, size.roots, MAX_ROOTS)
    if (fields > MAX_FIELDS)
      throw tooMuch('too_many', `A query has at most ${MAX_FIELDS} fields.`, fields, MAX_FIELDS)
  }
  return { fields, isAboutItself: walk.isAboutItself() }
}

function walker(fragments: Map<string, FragmentDefinitionNode>) {
  const known = new Map<string, Size>()
  let isAboutItself = false

  function sizeOf(set: SelectionSetNode): Size {
    let [fields, depth, roots] = [0, 0, 0]
    for (const each of set.selections) {
      if (each.kind === Kind.FIELD) {
        isAboutItself ||= ABOUT_ITSELF.has(each.name.value)
        const below = each.selectionSet ? sizeOf(each.selectionSet) : NONE
        fields += 1 + below.fields
        depth = Math.max(depth, 1 + below.depth)
        roots++
      } else {
        const inside =
          each.kind === Kind.INLINE_FRAGMENT ? sizeOf(each.selectionSet) : ofFragment(each.name.value)
        fields += inside.fields
        depth = Math.max(depth, inside.depth)
        roots += inside.roots
      }
    }
    return { fields, depth, roots }
  }

  /** One that leads back to itself counts as nothing here; validation refuses it. */
  function ofFragment(name: string): Size {
    const there = known.get(name)
    if (there) return there
    known.set(name, NONE)
    const fragment = fragments.get(name)
    const size = fragment ? sizeOf(fragment.selectionSet) : NONE
    known.set(name, size)
    return size
  }

  return { sizeOf, isAboutItself: () => isAboutItself }
}
