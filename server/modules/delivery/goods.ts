/** What is to be sent: how heavy and large it is, and which profile its product has. */
import { sql, type RawBuilder } from 'kysely'
import type { DeliveryRules } from './rules.ts'

export interface Size {
  lengthMm: number
  widthMm: number
  heightMm: number
}

/** One piece of a variant, packed. */
export interface Parcel {
  weightGrams: number
  /** Null: nobody has said. */
  size: Size | null
  profileId: string | null
}

export interface Goods {
  variantId: string
  quantity: number
  unitAmount: number
  /** Null while no rate asks for it. */
  parcel: Parcel | null
}

/** Whether any rate or limit depends on more than the price and the number of pieces. */
export function parcelsMatter({ methods, profiles }: DeliveryRules): boolean {
  return (
    profiles.length > 0 ||
    methods.some(
      ({ limits, rates, live }) =>
        live !== null ||
        limits.weightGrams !== null ||
        limits.lengthMm !== null ||
        limits.volumeCcm !== null ||
        rates.some(({ measure }) => measure === 'weight_grams' || measure === 'volume_ccm'),
    )
  )
}

/** A `Parcel` as JSON, from the columns `v` (variant) and `p` (product) of the surrounding query. */
export const parcelText: RawBuilder<Parcel> = sql<Parcel>`json_build_object('weightGrams', v.weight_grams,
  'size', (select json_build_object('lengthMm', s.length_mm, 'widthMm', s.width_mm, 'heightMm', s.height_mm)
    from delivery.size s where s.variant_id = v.id),
  'profileId', (select pp.profile_id from delivery.profile_product pp where pp.product_id = p.id))`

export interface Measures {
  items: number
  weightGrams: number
  volumeCcm: number
  /** The longest side of the longest piece. */
  lengthMm: number
  /** In minor units. */
  value: number
}

export function measuresOf(goods: readonly Goods[]): Measures {
  const sum = (of: (each: Goods) => number) =>
    goods.reduce((total, each) => total + each.quantity * of(each), 0)
  return {
    items: sum(() => 1),
    weightGrams: sum(({ parcel }) => parcel?.weightGrams ?? 0),
    volumeCcm: sum(({ parcel }) => (parcel?.size ? volumeOf(parcel.size) : 0)),
    lengthMm: Math.max(0, ...goods.map(({ parcel }) => (parcel?.size ? longestOf(parcel.size) : 0))),
    value: sum((each) => each.unitAmount),
  }
}

/** Each piece is rounded up to whole cubic centimetres. */
const volumeOf = ({ lengthMm, widthMm, heightMm }: Size) => Math.ceil((lengthMm * widthMm * heightMm) / 1000)
const longestOf = ({ lengthMm, widthMm, heightMm }: Size) => Math.max(lengthMm, widthMm, heightMm)
