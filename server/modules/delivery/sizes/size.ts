/** How large one piece of a variant is when it is packed. */
import { Id, Int, Nullable, shape, type Static } from '#kit/types.ts'

const Millimetres = Int(1, 10_000)
export const PackedSize = shape('PackedSize', {
  lengthMm: Millimetres,
  widthMm: Millimetres,
  heightMm: Millimetres,
})
export const VariantSize = shape('VariantSize', {
  variantId: Id,
  /** Null: nobody has said. It takes no room, and passes every limit of length. */
  size: Nullable(PackedSize),
})
export type VariantSize = Static<typeof VariantSize>
