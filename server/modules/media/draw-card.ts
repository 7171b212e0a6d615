/**
 * Draws what is shown of a page where it is shared: its picture, and beside it what it is, what it costs, and whose it is.
 *
 * Pango breaks the lines, joins Arabic letters, and takes each sign from a font of the machine that has it. Small pictures in
 * a text, of which no font can be counted on, are left out. Loaded by the process that opens pictures, and by nobody else.
 */
import sharp from 'sharp'
import type { Card } from './picture-process.ts'

const WIDTH = 1200
const HEIGHT = 630
const MARGIN = 64
/** The picture is a square as high as the card. */
const COLUMN = WIDTH - HEIGHT - 2 * MARGIN
const TITLE_HEIGHT = 330
/** Longer titles end in an ellipsis. */
const LONGEST = 110
const FONT = 'Inter Variable, DejaVu Sans, Noto Sans, Noto Sans Arabic, Noto Emoji, sans-serif'
const INK = '#1c2229'
const QUIET = '#5b636c'
const PAPER = '#faf9f6'
const ACCENT = '#176a80'

/** But for signs that are letters to everybody, such as ©. */
const PICTURED = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export async function drawCard({
  body,
  card,
  mostPixels,
}: {
  body: Uint8Array
  card: Card
  mostPixels: number
}): Promise<Uint8Array> {
  const { title, price, shop, rightToLeft } = card
  const [pictureAt, columnAt] = rightToLeft ? [0, HEIGHT + MARGIN] : [WIDTH - HEIGHT, MARGIN]
  const picture = await sharp(body, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width: HEIGHT, height: HEIGHT, fit: 'cover' })
    .flatten({ background: PAPER })
    .toBuffer()
  const at = ({ info, data }: Drawn, top: number) => ({
    input: data,
    top,
    left: rightToLeft ? columnAt + COLUMN - info.width : columnAt,
  })
  const name = await written(shortened(shop), 26, QUIET, 60)
  const head = await written(shortened(title), sizeOf(title), INK, TITLE_HEIGHT, true)
  const cost = price ? await written(price, 40, ACCENT, 70, true) : null
  const mark = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="72" height="8"><rect width="72" height="8" rx="4" fill="${ACCENT}"/></svg>`,
  )
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: PAPER } })
    .composite([
      { input: picture, top: 0, left: pictureAt },
      { input: mark, top: MARGIN, left: rightToLeft ? columnAt + COLUMN - 72 : columnAt },
      at(name, MARGIN + 28),
      at(head, MARGIN + 96),
      ...(cost ? [at(cost, HEIGHT - MARGIN - cost.info.height)] : []),
    ])
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer()
}

type Drawn = Awaited<ReturnType<typeof written>>

/** As wide as the column at most. What would be higher than it may be is set smaller. */
async function written(text: string, size: number, colour: string, height: number, bold = false) {
  const markup = `<span foreground="${colour}"${bold ? ' weight="bold"' : ''}>${escaped(text)}</span>`
  const set = (fit: object) =>
    sharp({
      text: { text: markup, font: `${FONT} ${size}`, width: COLUMN, wrap: 'word-char', rgba: true, ...fit },
    })
      .png()
      .toBuffer({ resolveWithObject: true })
  const drawn = await set({ dpi: 72 })
  const fits = drawn.info.height <= height && drawn.info.width <= COLUMN
  return fits ? drawn : set({ height })
}

const sizeOf = (title: string) => (title.length <= 24 ? 60 : title.length <= 60 ? 48 : 38)

function shortened(title: string): string {
  const signs = [...graphemes.segment(title.slice(0, LONGEST * 8))]
    .map(({ segment }) => segment)
    .filter((sign) => !PICTURED.test(sign))
  const text = signs.slice(0, LONGEST).join('').replace(/\s+/g, ' ').trim()
  return signs.length > LONGEST ? `${text}…` : text || '…'
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => SIGNS[sign]!)
