/** A variant's choice of an option, as carts, orders and product pages show it. */
import { Key, Nullable, Text, shape, type Static } from '#kit/types.ts'

export const OptionChoice = shape('OptionChoice', {
  option: Key,
  optionName: Text(120),
  value: Key,
  valueName: Text(120),
  swatch: Nullable(Text(7)),
})
export type OptionChoice = Static<typeof OptionChoice>
