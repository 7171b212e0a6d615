/** Where REST carries each part of an operation's input: in the path, in the query, or in the body. */
import type { Operation } from '#kit/operation.ts'
import { fieldsOf, type Field } from './schema-node.ts'

export interface RouteInputs {
  path: Field[]
  query: Field[]
  body: Field[]
}

const WITH_BODY = new Set(['POST', 'PUT', 'PATCH'])

export function routeInputs(operation: Operation): RouteInputs {
  const named = new Set([...operation.rest.path.matchAll(/:(\w+)/g)].map((match) => match[1]!))
  const fields = fieldsOf(operation.input)
  const rest = fields.filter((field) => !named.has(field.name))
  const hasBody = WITH_BODY.has(operation.rest.method)
  return {
    path: fields.filter((field) => named.has(field.name)),
    query: hasBody ? [] : rest,
    body: hasBody ? rest : [],
  }
}

/** `/v1/carts/:cartId` as URI templates write it. */
export function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}
