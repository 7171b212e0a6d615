/**
 * How long an MP4 plays and how large it is, from its `moov` box alone (ISO/IEC 14496-12).
 *
 * It says what the file says of itself; nothing is decoded here.
 */
import { seconds } from '#kit/clock.ts'
import { VideoTooLong, VideoUnreadable, tooManyPixels } from './failures.ts'
import { readPart, type Content } from './content.ts'

export const MOST_SECONDS = 600
export const MOST_PIXELS = 3840 * 2160 // 4K
/** Enough for hours of film. */
const MOST_MOOV_BYTES = 16 * 1024 * 1024
/** A real file has a handful. */
const MOST_BOXES = 200

export interface Measured {
  durationMs: number
  width: number
  height: number
}

export async function measureVideo(content: Content): Promise<Measured> {
  const moov = await findMoov(content)
  const header = child(moov, 'mvhd')
  const size = children(moov, 'trak')
    .map((track) => child(track, 'tkhd'))
    .map((box) => ({ width: box.readUInt16BE(box.length - 8), height: box.readUInt16BE(box.length - 4) }))
    .reduce((most, each) => (each.width > most.width ? each : most), { width: 0, height: 0 })
  const durationMs = durationOf(header)
  if (size.width === 0 || size.height === 0 || durationMs < 1) throw VideoUnreadable({})
  if (durationMs > seconds(MOST_SECONDS))
    throw VideoTooLong({ seconds: Math.ceil(durationMs / 1000), limitSeconds: MOST_SECONDS })
  if (size.width * size.height > MOST_PIXELS) throw tooManyPixels(size.width, size.height, MOST_PIXELS)
  return { durationMs, ...size }
}

async function findMoov(content: Content): Promise<Buffer> {
  let at = 0
  for (let seen = 0; seen < MOST_BOXES && at + 8 <= content.bytes; seen++) {
    const head = await readPart(content, at, 16)
    const { size, begins } = sizeOf(head, content.bytes - at)
    if (head.toString('latin1', 4, 8) === 'moov') {
      if (size > MOST_MOOV_BYTES || at + size > content.bytes) break
      return readPart(content, at + begins, size - begins)
    }
    at += size
  }
  throw VideoUnreadable({})
}

/** Of a box, its head included; `begins` is where its inside begins. */
function sizeOf(head: Buffer, rest: number): { size: number; begins: number } {
  const size = head.readUInt32BE(0)
  if (size === 0) return { size: rest, begins: 8 }
  if (size === 1 && head.length >= 16) return { size: Number(head.readBigUInt64BE(8)), begins: 16 }
  if (size < 8) throw VideoUnreadable({})
  return { size, begins: 8 }
}

function children(box: Buffer, type: string): Buffer[] {
  const found = []
  for (let at = 0, seen = 0; at + 8 <= box.length && seen < MOST_BOXES; seen++) {
    const { size, begins } = sizeOf(box.subarray(at), box.length - at)
    if (box.toString('latin1', at + 4, at + 8) === type) found.push(box.subarray(at + begins, at + size))
    at += size
  }
  return found
}

function child(box: Buffer, type: string): Buffer {
  const [first] = children(box, type)
  // `mvhd` and `tkhd` have at least 80 bytes in either version.
  if (!first || first.length < 80) throw VideoUnreadable({})
  return first
}

/** Version 1 has 64 bits for times, version 0 has 32. */
function durationOf(header: Buffer): number {
  const [scale, ticks] =
    header[0] === 1
      ? [header.readUInt32BE(20), Number(header.readBigUInt64BE(24))]
      : [header.readUInt32BE(12), header.readUInt32BE(16)]
  return scale === 0 ? 0 : Math.round((ticks / scale) * 1000)
}
