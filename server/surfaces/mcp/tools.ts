/**
 * Operations as tools for agents: a name, what it does, the schema of its input, and hints about what it may do.
 *
 * An agent sees what its caller may call. What costs money, reaches outside the store or cannot be taken back is done
 * in two steps: see `confirm.ts`. Batches are no tools, as they would lead around that; nor is what tells a secret.
 */
import type { App } from '#kit/app.ts'
import type { Operation } from '#kit/operation.ts'
import { can, type Actor } from '#kit/policy.ts'
import { schemaRef, type Components, type Json } from '../openapi-schema.ts'
import { operationsOf } from '../vocabulary.ts'

export interface ListedTool {
  name: string
  title: string
  description: string
  inputSchema: Json
  annotations: Record<string, boolean | string>
}

export interface Tool {
  operation: Operation
  needsConfirmation: boolean
  listed: ListedTool
}

/** Said beside an operation's own input; none of them is a field of one. */
export const ASIDE = ['sessionToken', 'idempotencyKey', 'confirmationToken'] as const

const text = (description: string) => ({ type: 'string', minLength: 1, maxLength: 1024, description })

export function toolsOf(app: App): Map<string, Tool> {
  const tools = operationsOf(app)
    .filter(({ tellsSecret }) => !tellsSecret)
    .map((operation) => toolOf(operation, app))
  return new Map(tools.map((tool) => [tool.listed.name, tool]))
}

/** `catalog.products.create` is `catalog_products_create`. */
export const toolName = ({ id }: Pick<Operation, 'id'>) => id.replaceAll('.', '_')

function toolOf(operation: Operation, app: App): Tool {
  const needsConfirmation = mustBeConfirmed(operation)
  const { kind, summary, description, idempotency } = operation
  const isRead = kind !== 'command'
  const asks = needsConfirmation
    ? ' Done in two steps: the first call answers what would be done and a confirmationToken, the second one with it does it. Ask the person you act for in between.'
    : ''
  return {
    operation,
    needsConfirmation,
    listed: {
      name: toolName(operation),
      title: summary,
      description: `${summary}.${description ? ` ${description}` : ''}${asks}`,
      inputSchema: inputSchemaOf(operation, app, needsConfirmation),
      annotations: {
        title: summary,
        readOnlyHint: isRead,
        destructiveHint: !isRead && (needsConfirmation || operation.rest.method === 'DELETE'),
        idempotentHint: isRead || idempotency !== 'none',
        openWorldHint: operation.task !== null,
      },
    },
  }
}

/** What costs money insists on a key; what staff take away does not come back by itself; the rest says so. */
export function mustBeConfirmed({ kind, idempotency, isFinal, audience, rest }: Operation): boolean {
  if (kind !== 'command') return false
  return idempotency === 'required' || isFinal || (audience !== 'shop' && rest.method === 'DELETE')
}

function inputSchemaOf(operation: Operation, app: App, needsConfirmation: boolean): Json {
  const into: Components = { schemas: {}, edges: new Map(), custom: app.config.custom }
  const { $id: _, ...unnamed } = operation.input as unknown as { $id?: string }
  const schema = schemaRef(unnamed as never, into)
  const aside: Json = {
    ...(operation.audience === 'shop' && {
      sessionToken: text('The `token` of a guest or a log-in, where the connection itself has none.'),
    }),
    ...(operation.kind === 'command' &&
      operation.idempotency === 'optional' &&
      !needsConfirmation && {
        idempotencyKey: text('Any unique text: a repeat with it does nothing twice.'),
      }),
    ...(needsConfirmation && {
      confirmationToken: text('What the first call with exactly this input has answered.'),
    }),
  }
  const whole = { type: 'object', ...schema, properties: { ...(schema['properties'] as Json), ...aside } }
  const defs = Object.keys(into.schemas).length > 0 ? { $defs: into.schemas } : {}
  return JSON.parse(
    JSON.stringify({ ...whole, ...defs }).replaceAll('"#/components/schemas/', '"#/$defs/'),
  ) as Json
}

export function maySee({ operation }: Tool, actor: Actor): boolean {
  const { rule, permission } = operation.access
  if (rule === 'permission') return can(actor, permission!)
  return operation.audience === 'shop' || actor.kind === 'person' || (actor.kind === 'key' && !actor.isPublic)
}

/** The tools whose name, summary or description hold most of the words; of equals the shorter name first. */
export function found(tools: Tool[], query: string, limit: number): Tool[] {
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  const scored = tools.map((tool) => {
    const { name, title, description } = tool.listed
    const [strong, weak] = [`${name} ${title}`.toLowerCase(), description.toLowerCase()]
    const score = words.reduce(
      (sum, word) => sum + (strong.includes(word) ? 3 : weak.includes(word) ? 1 : 0),
      0,
    )
    return { tool, score }
  })
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.tool.listed.name.length - b.tool.listed.name.length)
    .slice(0, limit)
    .map(({ tool }) => tool)
}
