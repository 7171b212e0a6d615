/** Chance that can be repeated: a test prints its seed, and `SEED=…` runs it again. */
import { randomBytes } from 'node:crypto'

export const seed = Number(process.env['SEED'] ?? randomBytes(4).readUInt32BE())

/** Numbers from 0 up to 1, the same for the same start. */
export function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
