/**
 * Partial updates: what is absent stays, null clears, everything else is set.
 *
 * Only a field declared `Nullable` can be cleared. gRPC has no null in its messages,
 * so there every message with such a field has `repeated string clear`.
 */
import { Type, type TOptional, type TProperties } from 'typebox'

export type Patch<Fields extends TProperties> = { [Name in keyof Fields]: TOptional<Fields[Name]> }

/**
 * Spread into the input of an update:
 * `{ productId: Id, expectedVersion: Type.Optional(Version), ...patch({ name: Text(200), note: Nullable(Text(500)) }) }`
 */
export function patch<Fields extends TProperties>(fields: Fields): Patch<Fields> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [name, Type.Optional(schema)]),
  ) as Patch<Fields>
}

/**
 * The columns to set, from a checked input: `changesOf(input, { name: 'name', weightGrams: 'weight_grams' })`.
 *
 * Absent fields are left out, so an update writes only what was sent.
 */
export function changesOf<
  Input extends object,
  const Columns extends { [Name in keyof Input & string]?: string },
>(input: Input, columns: Columns): Changes<Input, Columns> {
  const given = input as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(columns as Record<string, string>).flatMap(([name, column]) =>
      given[name] === undefined ? [] : [[column, given[name]]],
    ),
  ) as Changes<Input, Columns>
}

type Changes<Input, Columns> = {
  [Name in keyof Columns as Columns[Name] & string]?: Name extends keyof Input
    ? Exclude<Input[Name], undefined>
    : never
}
