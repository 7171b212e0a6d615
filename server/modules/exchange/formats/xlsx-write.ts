/**
 * A workbook of one sheet (ECMA-376), written as it comes: texts stand in their cells, so that nothing has to be
 * known before its turn. The same rows make the same bytes.
 */
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { printed } from '../cells.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const PARTS: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}
/** A zip tells when its parts were made; here that says nothing. */
const mtime = new Date(1980, 0, 1)

export function writeXlsx(columns: string[], rows: AsyncIterable<unknown[]>): Readable {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(XML + text), name, { mtime })
  const sheet = Readable.from(sheetOf(columns, rows), { objectMode: false })
  const out = Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false })
  sheet.on('error', (error) => out.destroy(error))
  out.on('close', () => sheet.destroy())
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime })
  zip.end()
  return out
}

async function* sheetOf(columns: string[], rows: AsyncIterable<unknown[]>): AsyncIterable<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rowText(columns)}`
  for await (const row of rows) yield rowText(row.map((cell) => printed(cell as never)))
  yield '</sheetData></worksheet>'
}

/** Empty cells are left out, so each says where it stands by its column's letters. */
function rowText(cells: (string | number)[]): string {
  return `<row>${cells.map((cell, index) => (cell === '' ? '' : cellText(cell, lettersOf(index)))).join('')}</row>`
}

function cellText(cell: string | number, column: string): string {
  if (typeof cell === 'number') return `<c r="${column}"><v>${cell}</v></c>`
  return `<c r="${column}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** What XML cannot hold is written as spreadsheets write it: `_x000D_`; so is what looks like that. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      // oxlint-disable-next-line no-control-regex
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** 0 is A, 26 is AA. */
export function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last
}
