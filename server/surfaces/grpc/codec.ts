/**
 * Between an operation's own values and the messages of its .proto, worked out once per shape.
 *
 * A message says less than JSON: what is absent and may be null is null, what is absent and may stay away stays
 * away, and a name in `clear` is a null (or an empty list) that was meant. What is wrong is handed on as it is, for
 * `invoke` to refuse by its name; only fields that nobody knows are refused here.
 */
import type { DescMessage, FileRegistry } from '@bufbuild/protobuf'
import { UnknownField, type Failure } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { pascal } from '#kit/text.ts'
import { PACKAGES, isCleared, requestName, saysSomething, snake } from '../proto-model.ts'
import {
  fieldsOf,
  placeOf,
  shapeAt,
  type Field,
  type Node,
  type ObjectNode,
  type UnionNode,
} from '../schema-node.ts'
import { edgeField, includedEdges, wordsName, type Face, type Vocabulary } from '../vocabulary.ts'
import { AS_IT_IS, INSTANT, LONG, wordsCodec, type Codec } from './scalars.ts'

type Held = Record<string, unknown> & { $typeName: string; $unknown?: { no: number }[] }
type Value = Record<string, unknown>

interface Known {
  face: Face
  registry: FileRegistry
  vocabulary: Vocabulary
  /** By shape: shapes lead round in circles. */
  made: Map<string, Codec>
  isInput: boolean
}

export interface Codecs {
  inputOf: (operation: Operation) => Codec
  outputOf: (operation: Operation) => Codec
}

export function codecsOf(face: Face, registry: FileRegistry, vocabulary: Vocabulary): Codecs {
  const knows = (isInput: boolean): Known => ({ face, registry, vocabulary, made: new Map(), isInput })
  const [inputs, outputs] = [knows(true), knows(false)]
  return {
    inputOf(operation) {
      const isPatch = operation.rest.method === 'PATCH'
      const name = requestName(operation)
      return objectCodec(name, pascal(operation.id), fieldsOf(operation.input), inputs, isPatch)
    },
    outputOf: (operation) => shapeCodec(shapeAt(placeOf(operation.output))!, outputs),
  }
}

function shapeCodec(shape: ObjectNode | UnionNode, known: Known): Codec {
  const name = shape.name!
  const there = known.made.get(name)
  if (there) return there
  let codec: Codec | undefined
  const mine: Codec = { to: (value) => codec!.to(value), from: (held) => codec!.from(held) }
  known.made.set(name, mine)
  if (shape.kind === 'union') codec = unionCodec(shape, known)
  else {
    const edges = known.isInput ? [] : includedEdges(known.vocabulary, name).map(edgeField)
    codec = objectCodec(name, name, [...shape.fields, ...edges], known, false)
  }
  known.made.set(name, codec)
  return codec
}

function descriptor(name: string, { face, registry }: Known): DescMessage {
  return registry.getMessage(`${PACKAGES[face]}.${name}`)!
}

interface Entry {
  name: string
  /** As the file says it, for `clear`. */
  said: string
  local: string
  codec: Codec
  isList: boolean
  /** Whether a null or an empty list is said by `clear`. */
  cleared: boolean
  nullable: boolean
  optional: boolean
  /** Of what always has a value. */
  zero: unknown
}

function objectCodec(
  name: string,
  wordsParent: string,
  fields: Field[],
  known: Known,
  isPatch: boolean,
): Codec {
  const message = descriptor(name, known)
  const { typeName } = message
  const tags = fields.filter((field) => !saysSomething(field)).map(tagOf)
  const entries = fields.filter(saysSomething).map((field): Entry => {
    const said = snake(field.name)
    const desc = message.fields.find((each) => each.name === said)!
    const isList = field.node.kind === 'list'
    const node = field.node.kind === 'list' ? field.node.item.node : field.node
    const codec = codecOf(node, wordsParent, field.name, known)
    const mayStayAway = field.optional || field.nullable
    const zero = isList || mayStayAway || desc.fieldKind === 'message' ? undefined : zeroOf(desc.scalar)
    const { optional, nullable } = field
    return {
      name: field.name,
      said,
      local: desc.localName,
      codec,
      isList,
      cleared: isCleared(field, isPatch),
      nullable,
      optional,
      zero,
    }
  })
  const clears = entries.some(({ cleared }) => cleared)

  return {
    to(value) {
      const held: Held = { $typeName: typeName }
      const cleared: string[] = []
      for (const entry of entries) {
        const each = (value as Value)[entry.name]
        if (entry.isList) {
          held[entry.local] = each ? (each as unknown[]).map(entry.codec.to) : []
          if (entry.cleared && each && (each as unknown[]).length === 0) cleared.push(entry.said)
        } else if (each === null && entry.cleared) cleared.push(entry.said)
        else if (each !== undefined && each !== null) held[entry.local] = entry.codec.to(each)
        else if (entry.zero !== undefined) held[entry.local] = entry.zero
      }
      if (clears) held['clear'] = cleared
      return held
    },
    from(given) {
      const held = given as Held
      if (known.isInput && held.$unknown?.length) throw unknownNumber(held)
      const value: Value = Object.fromEntries(tags)
      const cleared = clears ? clearedIn(held, entries) : NONE
      for (const entry of entries) {
        const each = held[entry.local]
        if (entry.isList) {
          const list = each as unknown[]
          if (list.length > 0) value[entry.name] = list.map(entry.codec.from)
          else if (!entry.optional || cleared.has(entry.said)) value[entry.name] = []
        } else if (each !== undefined) {
          const said = entry.codec.from(each)
          if (said !== undefined) value[entry.name] = said
        } else if (cleared.has(entry.said) || (entry.nullable && !entry.optional)) value[entry.name] = null
      }
      return value
    },
  }
}

const NONE: ReadonlySet<string> = new Set()

function tagOf({ name, node }: Field): [string, unknown] {
  return [name, node.kind === 'literal' ? node.value : undefined]
}

function zeroOf(scalar: unknown): unknown {
  const ZERO: Record<number, unknown> = { 3: 0n, 5: 0, 8: false, 9: '' } // int64, int32, bool, string
  return scalar === undefined ? 0 : ZERO[scalar as number]
}

function clearedIn(held: Held, entries: Entry[]): ReadonlySet<string> {
  const names = new Set(held['clear'] as string[])
  for (const name of names) {
    if (entries.some((entry) => entry.cleared && entry.said === name)) continue
    throw unknownAt('clear', `\`${name.slice(0, 100)}\` cannot be emptied.`)
  }
  return names
}

function unknownNumber({ $typeName, $unknown }: Held): Failure {
  return unknownAt(`#${$unknown![0]!.no}`, `There is no such field in ${$typeName}.`)
}

function unknownAt(path: string, message: string): Failure {
  return UnknownField({}, { errors: [{ path, code: 'unknown_field', message }] })
}

function unionCodec(shape: UnionNode, known: Known): Codec {
  const { typeName, oneofs } = descriptor(shape.name!, known)
  const local = oneofs[0]!.localName
  const arms = shape.arms.map(({ word, object }) => {
    const said = oneofs[0]!.fields.find(({ name }) => name === word)!.localName
    return { word, said, codec: shapeCodec(object, known) }
  })
  const byWord = new Map(arms.map((arm) => [arm.word, arm]))
  const byCase = new Map(arms.map((arm) => [arm.said, arm]))
  return {
    to(value) {
      const arm = byWord.get(String((value as Value)[shape.tag]))!
      return { $typeName: typeName, [local]: { case: arm.said, value: arm.codec.to(value) } }
    },
    from(held) {
      if (known.isInput && (held as Held).$unknown?.length) throw unknownNumber(held as Held)
      const { case: said, value } = (held as Held)[local] as { case?: string; value?: unknown }
      return said === undefined ? undefined : byCase.get(said)!.codec.from(value)
    },
  }
}

function codecOf(node: Node, parent: string, property: string, known: Known): Codec {
  switch (node.kind) {
    case 'scalar':
      if (node.scalar === 'Instant') return INSTANT
      return node.scalar === 'Count' || node.scalar === 'Minor' ? LONG : AS_IT_IS
    case 'words':
      return wordsCodec(
        known.registry.getEnum(`${PACKAGES[known.face]}.${wordsName(node, parent, property)}`)!,
        node.words,
      )
    case 'object':
    case 'union':
      return shapeCodec(node, known)
    default:
      return AS_IT_IS
  }
}
