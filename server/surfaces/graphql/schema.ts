/**
 * The schema that is run: the published text, with an operation behind each field at the top.
 *
 * Below them nothing is resolved: what an operation answers, edges included, has the published shape already.
 */
import { GraphQLUnionType, buildSchema, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import type { App } from '#kit/app.ts'
import type { Operation } from '#kit/operation.ts'
import { graphqlName, graphqlSdl } from '../graphql-sdl.ts'
import { operationsOf, vocabularyOf, type Face } from '../vocabulary.ts'

export interface Asker {
  /** `name` is what the field is called in the answer. */
  answer: (name: string, args: Record<string, unknown>) => Promise<unknown>
}

export interface Served {
  schema: GraphQLSchema
  sdl: string
  /** By the name of their field. */
  operations: ReadonlyMap<string, Operation>
}

/** What gateways of a federated graph ask a part of it. */
const SERVICE = `
extend type Query {
  _service: _Service!
}

type _Service {
  sdl: String!
}
`

export function servedSchema(app: App, face: Face): Served {
  const sdl = graphqlSdl(app, face)
  const operations = new Map(operationsOf(app, face).map((each) => [graphqlName(each.id), each]))
  const schema = buildSchema(`${sdl}${SERVICE}`, { assumeValid: true, assumeValidSDL: true })
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  for (const field of roots.flatMap((root) => Object.values(root?.getFields() ?? {}))) {
    if (operations.has(field.name))
      field.resolve = (_, args: Record<string, unknown>, asker: Asker, info) =>
        asker.answer(nameOf(info), args)
  }
  schema.getQueryType()!.getFields()['_service']!.resolve = () => ({ sdl })
  for (const shape of vocabularyOf(app, face).outputs.values()) {
    if (shape.kind !== 'union') continue
    const names = new Map(shape.arms.map(({ word, object }) => [word, object.name!]))
    const type = schema.getType(shape.name!) as GraphQLUnionType
    type.resolveType = (value: Record<string, unknown>) => names.get(String(value[shape.tag]))
  }
  return { schema, sdl, operations }
}

function nameOf({ fieldNodes: [node], fieldName }: GraphQLResolveInfo): string {
  return node!.alias?.value ?? fieldName
}
