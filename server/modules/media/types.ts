/** Kinds of files the store takes, known by their first bytes and not by their names. */
const KINDS: { type: string; ending: string; is: (head: Buffer) => boolean }[] = [
  { type: 'image/jpeg', ending: 'jpg', is: (head) => head.readUIntBE(0, 3) === 0xffd8ff },
  {
    type: 'image/png',
    ending: 'png',
    is: (head) => head.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
  },
  {
    type: 'image/webp',
    ending: 'webp',
    is: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
  { type: 'image/avif', ending: 'avif', is: (head) => head.toString('latin1', 4, 12) === 'ftypavif' },
  { type: 'application/pdf', ending: 'pdf', is: (head) => head.toString('latin1', 0, 5) === '%PDF-' },
]

/** Of one file. A product picture of a good camera has 10 MB. */
export const MOST_BYTES = 20 * 1024 * 1024

export const TYPES = KINDS.map((kind) => kind.type)

export function typeOf(body: Buffer): string | null {
  if (body.length < 12) return null
  return KINDS.find((kind) => kind.is(body))?.type ?? null
}

export function endingOf(type: string): string {
  return KINDS.find((kind) => kind.type === type)?.ending ?? 'bin'
}

export const isPicture = (type: string) => type.startsWith('image/')
