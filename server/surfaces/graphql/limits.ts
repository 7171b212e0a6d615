/** What one request may ask for. Each is far above what a page needs and far below what hurts. */

/** Characters of a query's text. */
export const MAX_TEXT = 32 * 1024
/** Brackets within brackets; looked at before anything is parsed. */
export const MAX_NESTING = 64
/** Words and signs of a query. */
export const MAX_TOKENS = 4_000
/** Fields within fields. */
export const MAX_DEPTH = 16
/** Fields in all, with each use of a fragment counted; a second name for the same field is another field. */
export const MAX_FIELDS = 1_000
/** Operations of the store in one query. */
export const MAX_ROOTS = 20
/** Queries in one request. */
export const MAX_BATCH = 10
/** Operations, rows of pages and what is loaded for each row; of a whole request. */
export const MAX_COST = 3_000
/** An operation costs as much as so many rows. */
export const COST_OF_OPERATION = 10
