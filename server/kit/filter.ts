/**
 * Declared filters of a list: which fields, which operators, and the column behind each.
 *
 * A caller can ask for nothing that is not declared here with the index that serves
 * it. REST writes `price[gte]=1000`, `status=paid` for `eq` and `status[in]=paid,sent`;
 * GraphQL and gRPC take the object.
 */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { TArray, TBoolean, TObject, TOptional } from 'typebox'
import { Flag, List, Type, type Static, type TSchema } from './types.ts'

export const OPERATORS = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'contains', 'missing'] as const
export type Operator = (typeof OPERATORS)[number]

/** Most values of `in`. */
const MAX_IN = 100

export interface FilterField<
  Of extends TSchema = TSchema,
  Allowed extends readonly Operator[] = readonly Operator[],
> {
  of: Of
  operators: Allowed
  /** `product.status`, or an expression. */
  column?: string | RawBuilder<unknown>
  /** Instead of a column: the condition itself, such as an `exists`. */
  where?: (operator: Operator, value: never) => Expression<SqlBool>
  /** Name of the index that serves it, checked by the EXPLAIN test; or why none is needed. */
  index: string
}

type Operand<Of extends TSchema, O extends Operator> = O extends 'in'
  ? TArray<Of>
  : O extends 'missing'
    ? TBoolean
    : Of
type FieldShape<F> =
  F extends FilterField<infer Of, infer Allowed>
    ? TObject<{ [O in Allowed[number]]: TOptional<Operand<Of, O>> }>
    : never
type FilterShape<Fields> = TObject<{ [Name in keyof Fields]: TOptional<FieldShape<Fields[Name]>> }>

export interface Filters<Shape extends TObject = TObject> {
  shape: Shape
  fields: Record<string, FilterField>
  /** One condition for `where`; true when nothing was asked. */
  where: (filter: Static<Shape> | undefined) => Expression<SqlBool>
}

/** One field, with its types kept: `by(Price, ['gte', 'lte'], { column: 'price.amount', index: 'price_by_amount' })`. */
export function by<Of extends TSchema, const Allowed extends readonly Operator[]>(
  of: Of,
  operators: Allowed,
  rest: Omit<FilterField, 'of' | 'operators'>,
): FilterField<Of, Allowed> {
  return { of, operators, ...rest }
}

/** `filters('ProductFilter', { price: by(...), status: by(...) })` */
export function filters<const Name extends string, Fields extends Record<string, FilterField>>(
  name: Name,
  fields: Fields,
): Filters<FilterShape<Fields>> {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([field, definition]) => {
      const fieldName = `${name}${field[0]!.toUpperCase()}${field.slice(1)}`
      return [
        field,
        Type.Optional(
          Type.Object(operands(definition, fieldName), { $id: fieldName, additionalProperties: false }),
        ),
      ]
    }),
  )
  return {
    shape: Type.Object(properties, {
      $id: name,
      additionalProperties: false,
      role: 'filter',
    }) as unknown as FilterShape<Fields>,
    fields,
    where: (filter) => conditions(fields, (filter ?? {}) as Asked),
  }
}

type Asked = Record<string, Record<string, unknown> | undefined>

function operands({ of, operators }: FilterField, name: string): Record<string, TSchema> {
  const words = (of as { scalar?: string; $id?: string }).scalar === 'OneOf' && !(of as { $id?: string }).$id
  const value = words ? ({ ...of, $id: `${name}Word` } as TSchema) : of
  const operand = (operator: Operator) =>
    operator === 'in' ? List(value, MAX_IN, { minItems: 1 }) : operator === 'missing' ? Flag : value
  return Object.fromEntries(operators.map((operator) => [operator, Type.Optional(operand(operator))]))
}

function conditions(fields: Record<string, FilterField>, asked: Asked): Expression<SqlBool> {
  const all = Object.entries(asked).flatMap(([name, wanted]) =>
    Object.entries(wanted ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([operator, value]) => condition(fields[name]!, operator as Operator, value)),
  )
  return all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(all, sql` and `)})`
}

function condition(field: FilterField, operator: Operator, value: unknown): Expression<SqlBool> {
  if (field.where) return field.where(operator, value as never)
  if (field.column === undefined) throw new Error('A filter needs a column or a condition.')
  const column = typeof field.column === 'string' ? sql.ref(field.column) : field.column
  switch (operator) {
    case 'in':
      return sql<SqlBool>`${column} = any(${value})`
    case 'missing':
      return value ? sql<SqlBool>`${column} is null` : sql<SqlBool>`${column} is not null`
    case 'contains':
      return sql<SqlBool>`${column} ilike ${`%${String(value).replace(/[\\%_]/g, '\\$&')}%`}`
    default:
      return sql<SqlBool>`${column} ${sql.raw(COMPARISON[operator])} ${value}`
  }
}

const LAST_CHARACTER = '\u{10ffff}'

/**
 * What begins with a text lies between it and it followed by the last character there is. Said so, an index with
 * `text_pattern_ops` serves it in a plan for any text; `like` and `starts_with` need to know the text to plan.
 */
export function beginsWith(column: RawBuilder<unknown>, start: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${column} ~>=~ ${start} and ${column} ~<~ ${start + LAST_CHARACTER})`
}

const COMPARISON = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const
