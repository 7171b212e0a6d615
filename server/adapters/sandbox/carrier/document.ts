/** A label to be printed: a PDF of one page of 10 × 15 cm, or ZPL II for label printers. What Latin-1 does not know is a question mark. */
import { SERVICES } from './tariff.ts'
import type { Label } from './records.ts'

export function documentOf(label: Label): { type: string; body: Buffer } {
  return label.format === 'pdf'
    ? { type: 'application/pdf', body: pdf(label) }
    : { type: 'application/zpl', body: Buffer.from(zpl(label), 'utf8') }
}

const linesOf = (label: Label): [text: string, size: number][] => [
  [SERVICES[label.service], 18],
  ['Sandbox: carries nothing', 9],
  ['From', 8],
  ...label.sender.map((line): [string, number] => [line, 10]),
  ['To', 8],
  ...label.recipient.map((line): [string, number] => [line, 14]),
  [label.trackingCode, 20],
  [`${label.reference}   ${(label.weightGrams / 1000).toFixed(3)} kg`, 9],
]

const [WIDTH, HEIGHT, MARGIN] = [283, 425, 24] // points: 10 × 15 cm

function pdf(label: Label): Buffer {
  let down = HEIGHT - MARGIN
  const drawn = linesOf(label).map(([text, size]) => {
    down -= size * 1.5
    return `BT /F1 ${size} Tf ${MARGIN} ${down.toFixed(1)} Td (${escaped(text)}) Tj ET`
  })
  const page = Buffer.from(drawn.join('\n'), 'latin1')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${page.length} >>\nstream\n${page.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length // Latin-1: a sign is a byte
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const escaped = (text: string) => text.replace(/[^ -~\xa0-\xff]/g, '?').replace(/[\\()]/g, '\\$&')

/** 203 dots per inch; `^CI28` reads UTF-8. A caret or tilde would be a command. */
function zpl(label: Label): string {
  let down = 30
  const drawn = linesOf(label).map(([text, size]) => {
    const field = `^FO40,${down}^A0N,${size * 3},${size * 3}^FD${text.replace(/[\^~]/g, ' ')}^FS`
    down += size * 4
    return field
  })
  return `^XA^CI28\n${drawn.join('\n')}\n^FO40,${down}^BCN,120,N,N^FD${label.trackingCode}^FS\n^XZ\n`
}
