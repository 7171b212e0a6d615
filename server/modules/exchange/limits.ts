/** How much a file may hold. Bytes are limited by its kind. */
export const MOST_ROWS = 1_000_000
export const MOST_COLUMNS = 1_000
/** Of one cell: longer than every column takes, so that it is the column that says no. */
export const MOST_CELL = 100_000
/** Of one row, in characters. */
export const MOST_ROW = 1_000_000
/** A file with more is another file than was meant. */
export const MOST_FAULTS = 10_000
/** Of one row, in characters: the same as of answers that idempotency keys keep. */
export const MOST_ANSWER = 64 * 1024
/** Written together: enough to be quick, few enough that nobody waits long for their locks. */
export const CHUNK = 500
/** Of one group; more are written in several steps. */
export const MOST_IN_CHUNK = 3_000
