/** The demo shop's pictures, as they were drawn: bytes and sizes by their key. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { products, scenes } from './catalogue/index.ts'

export interface Master {
  body: Buffer
  width: number
  height: number
}

export async function readMasters(): Promise<Map<string, Master>> {
  const folder = join(import.meta.dirname, 'pictures/masters')
  const keys = [...new Set([...scenes, ...products.flatMap(({ picture }) => picture)].map(({ key }) => key))]
  const found = await Promise.all(
    keys.map(async (key) => {
      const body = await readFile(join(folder, `${key}.webp`)).catch(() => null)
      return body ? ([key, { body, ...sizeOfWebp(body) }] as const) : null
    }),
  )
  return new Map(found.filter((each) => each !== null))
}

/** Width and height from the header (WebP container specification), so that sharp need not be loaded for it. */
function sizeOfWebp(body: Buffer): { width: number; height: number } {
  const kind = body.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: body.readUIntLE(24, 3) + 1, height: body.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8L') {
    const bits = body.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return { width: body.readUInt16LE(26) & 0x3fff, height: body.readUInt16LE(28) & 0x3fff }
}
