/** Kinds of files the store takes, known by their first bytes and not by their names. */

/** What can act in a browser (SVG, HTML) is none of them. */
const KINDS: { type: string; ending: string; mostBytes: number; is: (head: Buffer) => boolean }[] = [
  { type: 'image/jpeg', ending: 'jpg', mostBytes: mb(20), is: (head) => head.readUIntBE(0, 3) === 0xffd8ff },
  {
    type: 'image/png',
    ending: 'png',
    mostBytes: mb(20), // a product picture of a good camera has 10 MB
    is: (head) => head.subarray(0, 8).toString('hex') === '89504e470d0a1a0a',
  },
  {
    type: 'image/webp',
    ending: 'webp',
    mostBytes: mb(20),
    is: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
  {
    type: 'image/avif',
    ending: 'avif',
    mostBytes: mb(20),
    is: (head) => head.toString('latin1', 4, 12) === 'ftypavif',
  },
  {
    type: 'application/pdf',
    ending: 'pdf',
    mostBytes: mb(50),
    is: (head) => head.toString('latin1', 0, 5) === '%PDF-',
  },
  {
    type: 'video/mp4',
    ending: 'mp4',
    mostBytes: mb(500),
    is: (head) => /^ftyp(isom|iso[2-9]|mp4[12]|avc1|M4V |dash)/.test(head.toString('latin1', 4, 12)),
  },
  { type: 'text/csv', ending: 'csv', mostBytes: mb(200), is: () => false },
  { type: 'application/json', ending: 'json', mostBytes: mb(200), is: () => false },
  { type: 'application/x-ndjson', ending: 'jsonl', mostBytes: mb(200), is: () => false },
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    mostBytes: mb(50),
    is: (head) => head.toString('latin1', 0, 4) === 'PK\u0003\u0004',
  },
]

/** Text says nothing of what it is; what could be a page or a picture that acts is none. */
function isPlainText(head: Buffer): boolean {
  return (
    head.length > 0 &&
    head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) &&
    !head.includes('<') &&
    !KINDS.some((kind) => head.length >= HEAD_BYTES && kind.is(head))
  )
}

/** Tables for imports and exports. They are private, and no browser shows them. */
const TEXT = 'text/csv'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const TEXTS = [TEXT, 'application/json', 'application/x-ndjson']
export const isTable = (type: string) => TEXTS.includes(type) || type === SHEET

function mb(count: number): number {
  return count * 1024 * 1024
}

/** How much of a file `typeOf` wants to see. */
export const HEAD_BYTES = 12
/** Of a file that comes by one PUT; larger ones come in pieces. */
export const MOST_AT_ONCE = mb(20)
export const MOST_BYTES = Math.max(...KINDS.map((kind) => kind.mostBytes))
export const MOST_PICTURE_BYTES = Math.max(
  ...KINDS.filter((kind) => isPicture(kind.type)).map((kind) => kind.mostBytes),
)
export const TYPES = KINDS.map((kind) => kind.type)

export function typeOf(head: Buffer): string | null {
  if (isPlainText(head)) return TEXT
  if (head.length < HEAD_BYTES) return null
  return KINDS.find((kind) => kind.is(head))?.type ?? null
}

export function endingOf(type: string): string {
  return KINDS.find((kind) => kind.type === type)?.ending ?? 'bin'
}

export function mostBytesOf(type: string): number {
  return KINDS.find((kind) => kind.type === type)?.mostBytes ?? 0
}

export function isPicture(type: string): boolean {
  return type.startsWith('image/')
}
export const isVideo = (type: string) => type.startsWith('video/')

/** A photo saved under the ending of another format is still a photo; a document is none. Of texts the ticket says which. */
export const areAlike = (type: string, other: string) =>
  type === other || (isPicture(type) && isPicture(other)) || (TEXTS.includes(type) && TEXTS.includes(other))
