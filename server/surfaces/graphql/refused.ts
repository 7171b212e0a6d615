/** Refusals as GraphQL tells them: each error has the problem document as its `extensions`, as REST would have sent it. */
import { GraphQLError, type SourceLocation } from 'graphql'
import { fault } from '#kit/fault.ts'
import { InvalidInput, UnknownField, type Failure } from '#kit/failure.ts'
import type { Language } from '#kit/language.ts'
import { failureOf, problemDocument, unreadable } from '../problems.ts'
import { Misfit } from './documents.ts'
import { PersistedQueryNotFound } from './failures.ts'

export interface Told {
  message: string
  locations?: readonly SourceLocation[]
  path?: readonly (string | number)[]
  extensions: ReturnType<typeof problemDocument>
}

export interface About {
  path: string
  traceId: string
  language: Language
  /** Whoever may not ask about the schema is not told of it by the way either. */
  maySeeSchema: boolean
  /** Told of each that is a fault of ours. */
  report: (refusal: Failure, error: unknown) => void
}

/** What ended a request before anything was done. */
export function toldOf(error: unknown, about: About): Told[] {
  if (error instanceof Misfit) return error.faults.map((each) => tell(misfitOf(each, about), each, about))
  return [tell(failureOf(error), error, about)]
}

/** What went wrong on the way, each with the field it belongs to. */
export function toldOfFields(errors: readonly GraphQLError[], about: About): Told[] {
  return errors.map((each) => tell(failureOf(each.originalError ?? each), each, about))
}

function tell(refusal: Failure, error: unknown, about: About): Told {
  if (refusal.status >= 500) about.report(refusal, error)
  const extensions = problemDocument(refusal, about.path, about.traceId, about.language)
  const { locations, path } = error instanceof GraphQLError ? error : {}
  return {
    // The one message that clients look for.
    message: refusal.code === PersistedQueryNotFound.code ? 'PersistedQueryNotFound' : extensions.detail,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions,
  }
}

const STRANGE = /^(Cannot query field|Unknown (argument|type|fragment|directive)|Field "\w+" is not defined)/
const UNFIT =
  /cannot represent|is not a valid|does not exist in|Expected (value|non-nullable)|of required type|was not provided|exactly one/

function misfitOf({ message }: GraphQLError, { maySeeSchema }: About): Failure {
  const says = maySeeSchema ? message : message.replace(/ Did you mean .*$/s, '')
  if (STRANGE.test(says)) return UnknownField({}, { errors: [fault('query', 'unknown_field', says)] })
  if (UNFIT.test(says)) return InvalidInput({}, { errors: [fault('query', 'shape', says)] })
  return unreadable('query', 'graphql', says)
}

/** `Variable "$packing" got invalid value "x" at "packing.loose.grams"; Int cannot represent …`, without the value. */
export function unfitVariables(errors: readonly GraphQLError[]): Failure {
  return InvalidInput({}, { errors: errors.map(({ message }) => variableFault(message)) })
}

function variableFault(message: string) {
  const [, name = 'variables'] = /^Variable "\$(\w+)"/.exec(message) ?? []
  const [, inside] = / at "([^"]*)"; /.exec(message) ?? []
  const path = (inside ?? name).replace(/\[(\d+)\]/g, '.$1')
  if (message.includes('was not provided')) return fault(path, 'required', 'This is needed.')
  const says = message.slice(message.lastIndexOf('; ') + 2)
  const code = says.includes('is not defined by type') ? 'unknown_field' : 'shape'
  return fault(path, code, says.replace(/ Did you mean .*$/s, ''))
}
