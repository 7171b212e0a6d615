/** What people write about a product: plain text, with paragraphs, and without signs that would turn round what stands beside it. */
import { invalid } from '#kit/failure.ts'
import { tidy } from '#kit/text.ts'

/** Overrides and isolates of direction, and controls but the line's end. A page isolates each text by itself. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu

export function inLines(value: string, path: string): string {
  const lines = value.normalize('NFC').replace(/\r\n?/g, '\n').replace(TURNING, '').replace(CONTROLS, ' ')
  return mustSay(
    lines
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    path,
  )
}

export function inOneLine(value: string, path: string): string {
  return mustSay(tidy(value.replace(TURNING, '').replace(CONTROLS, ' ')), path)
}

function mustSay(text: string, path: string): string {
  if (text === '') throw invalid(path, 'format', 'There must be words in it.')
  return text
}

const LINK = /https?:|www\.|@|[\p{L}\p{N}]\.(com|net|org|info|shop|store|xyz|top|io|co|biz|ru|cn|de)\b/iu

/** Whether it leads somewhere else: then staff look at it first. */
export const leadsAway = (text: string) => LINK.test(text)
