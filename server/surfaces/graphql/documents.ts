/**
 * Queries as text, read once: measured, parsed, validated and, when one comes again, compiled.
 *
 * What was read is kept up to a sum of fields, so that nobody fills the memory with queries of their own; a query that
 * is new draws from a limit of its own, for reading it is the costly part.
 */
import { createHash } from 'node:crypto'
import {
  GraphQLError,
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'
import { unreadable } from '../problems.ts'
import { PersistedQueryNotFound, tooMuch } from './failures.ts'
import { held } from './held.ts'
import { MAX_TOKENS } from './limits.ts'
import { measured, mustBeShallow } from './measure.ts'

/** A compiled field takes about 4 kB. */
const MOST_FIELDS = 5_000
/** Of texts that are known by their hash, in characters. */
const MOST_PERSISTED = 2 * 1024 * 1024
/** Nobody mends more at once. */
const MOST_FAULTS = 10

export interface Document {
  ast: DocumentNode
  fragments: Record<string, FragmentDefinitionNode>
  isAboutItself: boolean
  /** By the name of the operation; null where the compiler gives up. Only for what was asked before. */
  compiled: (name: string | undefined) => CompiledQuery | null
}

/** A query that does not fit the schema. */
export class Misfit extends Error {
  readonly faults: readonly GraphQLError[]
  constructor(faults: readonly GraphQLError[]) {
    super('The query does not fit the schema.')
    this.faults = faults
  }
}

export interface Persisted {
  version: number
  sha256Hash: string
}

export interface Documents {
  /** The text of a query, which may be said by its hash alone. */
  textOf: (text: string | undefined, persisted: Persisted | undefined) => string
  /** `isNew` is called before anything that costs, for what has not been read before. */
  read: (text: string, isNew: () => void | Promise<void>) => Promise<Document>
  /** From now on the hash is enough. */
  keep: (text: string, persisted: Persisted | undefined) => void
}

export function documentsOf(schema: GraphQLSchema): Documents {
  const known = held<Document>(MOST_FIELDS)
  const texts = held<string>(MOST_PERSISTED)
  return {
    textOf(text, persisted) {
      if (persisted) mustBeHash(persisted, text)
      const found = text ?? (persisted && texts.get(persisted.sha256Hash))
      if (found !== undefined) return found
      if (persisted) throw PersistedQueryNotFound({})
      throw unreadable('query', 'required', 'Send a query.')
    },
    async read(text, isNew) {
      const there = known.get(text)
      if (there) return there
      mustBeShallow(text)
      await isNew()
      const ast = parsed(text)
      const { fields, isAboutItself } = measured(ast)
      const faults = validate(schema, ast, undefined, { maxErrors: MOST_FAULTS })
      if (faults.length > 0) throw new Misfit(faults)
      const document = { ast, fragments: fragmentsOf(ast), isAboutItself, compiled: compiler(schema, ast) }
      known.set(text, document, fields + 1)
      return document
    },
    keep(text, persisted) {
      if (persisted) texts.set(persisted.sha256Hash, text, text.length)
    },
  }
}

function mustBeHash({ version, sha256Hash }: Persisted, text: string | undefined): void {
  const path = 'extensions.persistedQuery'
  if (version !== 1) throw unreadable(`${path}.version`, 'format', 'Version 1 is known here.')
  if (text === undefined) return
  if (createHash('sha256').update(text).digest('hex') !== sha256Hash)
    throw unreadable(`${path}.sha256Hash`, 'conflict', 'This is not the SHA-256 of the query.')
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MAX_TOKENS })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    if (error.message.includes(`${MAX_TOKENS} tokens`))
      throw tooMuch(
        'too_long',
        `A query has at most ${MAX_TOKENS} words and signs.`,
        MAX_TOKENS + 1,
        MAX_TOKENS,
      )
    throw new Misfit([error])
  }
}

function fragmentsOf(ast: DocumentNode): Record<string, FragmentDefinitionNode> {
  const named = ast.definitions.flatMap((each) =>
    each.kind === 'FragmentDefinition' ? [[each.name.value, each] as const] : [],
  )
  return Object.fromEntries(named)
}

function compiler(schema: GraphQLSchema, ast: DocumentNode): Document['compiled'] {
  const made = new Map<string, CompiledQuery | null>()
  const asked = new Set<string>()
  return (name = '') => {
    const there = made.get(name)
    if (there !== undefined) return there
    // Most that are asked once never come again.
    if (!asked.has(name)) {
      asked.add(name)
      return null
    }
    // NOTE: of a variable whose type holds itself the compiler makes an endless one, and answers with the error.
    const compiled = compileQuery(schema, ast, name || undefined)
    made.set(name, isCompiledQuery(compiled) ? compiled : null)
    return made.get(name)!
  }
}

export function operationIn(ast: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(ast, name)
  if (operation) return operation
  throw unreadable('operationName', 'unknown', 'Name one of the operations of the query.')
}
