/** The contracts that people read: every failure, event and setting of the store. */
import type { TSchema } from 'typebox'
import { commonFailures, type FailureType } from '#kit/failure.ts'
import { schemaRef, type Components } from './openapi-schema.ts'
import { codesOfStatus } from './failure-codes.ts'
import { graphqlFailures } from './graphql/failures.ts'
import { httpFailures } from './problems.ts'
import { fieldsOf } from './schema-node.ts'
import { operationsOf, type Projected } from './vocabulary.ts'

/** `failures.md`: what may go wrong, and what the caller is told. */
export function failuresText(app: Projected): string {
  const operations = operationsOf(app)
  const own = new Map(
    operations.flatMap((operation) => operation.failures).map((failure) => [failure.code, failure]),
  )
  const raisedBy = (code: string) =>
    operations
      .filter((each) => each.failures.some((failure) => failure.code === code))
      .map((each) => `\`${each.id}\``)
  const everywhere = new Set([...commonFailures, ...httpFailures].map((failure) => failure.code))
  const rows = [...own.values()].filter((failure) => !everywhere.has(failure.code)).sort(byCode)
  return `# Failures

Every refusal is a problem document (RFC 9457) with one of these codes, which is also \`extensions.code\` of a
GraphQL error. A code is never given another meaning.

## Any operation

${table(
  ['Code', 'HTTP', 'gRPC', 'Details'],
  [...commonFailures, ...httpFailures].map((failure) => [
    `\`${failure.code}\``,
    ...codes(failure),
    details(failure),
  ]),
)}

## GraphQL alone

${table(
  ['Code', 'HTTP', 'gRPC', 'Details'],
  graphqlFailures.map((failure) => [`\`${failure.code}\``, ...codes(failure), details(failure)]),
)}

## Of single operations

${table(
  ['Code', 'HTTP', 'gRPC', 'Details', 'Operations'],
  rows.map((failure) => [
    `\`${failure.code}\``,
    ...codes(failure),
    details(failure),
    raisedBy(failure.code).join(', '),
  ]),
)}
`
}

function codes({ status }: FailureType): [http: string, grpc: string] {
  const { http, grpc } = codesOfStatus(status)
  return [String(http), grpc.name]
}

const byCode = (a: FailureType, b: FailureType) => (a.code < b.code ? -1 : 1)

function details(failure: FailureType): string {
  return (
    fieldsOf(failure.details)
      .map((field) => `\`${field.name}\``)
      .join(', ') || '-'
  )
}

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** `events.json`: the payload of each event, as JSON Schema. */
export function eventsDocument(app: Projected): object {
  const into: Components = { schemas: {}, edges: new Map(), custom: {} }
  const events = app.modules
    .flatMap((module) => module.events.map((event) => ({ module: module.name, event })))
    .sort((a, b) => (a.event.name < b.event.name ? -1 : 1))
    .map(({ module, event }) => [
      event.name,
      { module, payload: local(schemaRef(event.payload as TSchema, into)) },
    ])
  return { events: Object.fromEntries(events), $defs: local(into.schemas) }
}

/** References within this file instead of an OpenAPI document's components. */
function local<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as T
}

export interface DescribedSetting {
  name: string
  says: string
  standard?: string
  secret?: boolean
}

/** `config.md`: everything that can be set from outside. */
export function configText(settings: DescribedSetting[]): string {
  const rows = settings.map(({ name, says, standard, secret }) => [
    `\`${name}\``,
    `${says}${secret ? ' Secret.' : ''}`,
    standard ? `\`${standard}\`` : '-',
  ])
  return `# Settings

Read once at the start, from the environment or a file \`.env\` in the working folder.

${table(['Name', 'Meaning', 'Default'], rows)}
`
}
