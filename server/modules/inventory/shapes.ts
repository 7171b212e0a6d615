/** What staff see of stock: places, counts per place, and the items they belong to. */
import {
  Country,
  Id,
  Instant,
  Int,
  Key,
  List,
  Nullable,
  OneOf,
  Text,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { Address } from '../customers/index.ts'

/** At one place. With `MOST_LOCATIONS` every sum stays inside the database's `int`. */
export const MOST_PIECES = 10_000_000
export const MOST_LOCATIONS = 100

export const Pieces = Int(0, MOST_PIECES)
/** At least one. */
export const Quantity = Int(1, MOST_PIECES)
export const Sum = Int(-2_147_483_648, 2_147_483_647)

export const LeadDays = Int(0, 365)

export const StockLocation = shape('StockLocation', {
  id: Id,
  key: Key,
  name: Text(120),
  country: Country,
  position: Int(0, 10_000),
  /** Days until goods leave it, or lie ready there. */
  leadDays: LeadDays,
  /** With one, it can be a place to pick up goods. */
  address: Nullable(Address),
  version: Version,
})
export type StockLocation = Static<typeof StockLocation>

export const StockLevel = shape('StockLevel', {
  itemId: Id,
  sku: Text(80),
  locationId: Id,
  onHand: Sum,
  /** Promised to orders that have not left. */
  reserved: Sum,
  /** Never sold. */
  safetyStock: Sum,
  /** How many may be sold beyond what is there. */
  backorderLimit: Sum,
  /** Promised although it was not there when somebody counted; orders wait for it. */
  short: Sum,
  /** With no more left than that, staff are told; null: never. */
  lowAt: Nullable(Pieces),
  /** What can be sold now: on hand and back-orders, less reserved and safety stock. */
  available: Sum,
  version: Version,
  updatedAt: Instant,
})
export type StockLevel = Static<typeof StockLevel>

export type Tracking = 'none' | 'lot' | 'serial'
/** How pieces of an item are told apart: not at all, by lots, or one by one by serial numbers. */
export const Tracking = Words('StockTracking', 'none', 'lot', 'serial')

const StockVariant = shape('StockVariant', {
  variantId: Id,
  sku: Text(80),
  name: Nullable(Text(400)),
  /** How many of the item one of the variant takes. */
  units: Int(1, 1_000_000),
})

export const StockItem = shape('StockItem', {
  id: Id,
  sku: Text(80),
  tracking: Tracking,
  variants: List(StockVariant, 50),
  levels: List(StockLevel, MOST_LOCATIONS),
  onHand: Sum,
  reserved: Sum,
  available: Sum,
})
export type StockItem = Static<typeof StockItem>

export const StockMovement = shape('StockMovement', {
  id: Id,
  itemId: Id,
  sku: Text(80),
  locationId: Id,
  delta: Sum,
  reason: OneOf(
    'opening',
    'received',
    'counted',
    'damaged',
    'shipped',
    'returned',
    'corrected',
    'transferred',
    'expired',
    'recalled',
  ),
  note: Nullable(Text(400)),
  /** What it was for, such as an order. */
  subjectKind: Nullable(Key),
  subjectId: Nullable(Id),
  actor: Text(80),
  cause: Text(200),
  at: Instant,
})
export type StockMovement = Static<typeof StockMovement>
