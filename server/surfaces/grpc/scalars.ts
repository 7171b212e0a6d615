/** Single values as messages hold them: what is long, what is a moment, what is one of several words. */
import type { DescEnum } from '@bufbuild/protobuf'

export interface Codec {
  /** From the operation's value to the message's. */
  to: (value: unknown) => unknown
  /** Back; `undefined` is what was not said. */
  from: (held: unknown) => unknown
}

export const AS_IT_IS: Codec = { to: (value) => value, from: (held) => held }
export const LONG: Codec = { to: (value) => BigInt(value as number), from: (held) => Number(held) }

export const INSTANT: Codec = {
  to(value) {
    const ms = Date.parse(value as string)
    const seconds = Math.floor(ms / 1000)
    return {
      $typeName: 'google.protobuf.Timestamp',
      seconds: BigInt(seconds),
      nanos: (ms - seconds * 1000) * 1e6,
    }
  },
  from(held) {
    const { seconds, nanos } = held as { seconds: bigint; nanos: number }
    const at = new Date(Number(seconds) * 1000 + Math.floor(nanos / 1e6))
    return Number.isNaN(at.getTime()) ? 'no instant' : at.toISOString()
  },
}

/** What was not said is 0; a number that nobody knows is handed on, to be refused by name. */
export function wordsCodec({ values }: DescEnum, words: string[]): Codec {
  const numbers = new Map(words.map((word, index) => [word, values[index + 1]!.number]))
  const byNumber = new Map([...numbers].map(([word, number]) => [number, word]))
  return {
    to: (value) => numbers.get(value as string) ?? 0,
    from: (held) => (held === 0 ? undefined : (byNumber.get(held as number) ?? String(held as number))),
  }
}
