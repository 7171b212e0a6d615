/** How much of everything there may be. */
import { Int } from '#kit/types.ts'

export const MOST_VARIANTS = 2000
export const MOST_PICTURES = 60
export const MOST_LOCALES = 30
export const MOST_OPTIONS = 5
export const MOST_VALUES = 200
export const MOST_CATEGORIES_OF_ONE = 20
/** In characters. */
export const LONGEST_SKU = 80

/** Where something stands among its like; the lowest comes first. */
export const Position = Int(0, 1_000_000)
