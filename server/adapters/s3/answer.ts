/** What S3 answers: XML of a few kinds, held to a size, and bytes that keep coming or are given up. */
import { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { seconds } from '#kit/clock.ts'

const LARGEST_TEXT = 4 * 1024 * 1024 // a list of 1,000 keys has about half a megabyte
const NEXT_BYTES_WITHIN = seconds(30)

export interface Xml {
  root: string
  /** Of all elements of that name, in their order. */
  texts(name: string): string[]
}

export async function readXml(response: Response): Promise<Xml> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of streamOf(response) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > LARGEST_TEXT) throw new Error(`An answer of S3 has more than ${LARGEST_TEXT} bytes.`)
    chunks.push(chunk)
  }
  return parseXml(Buffer.concat(chunks).toString('utf8'))
}

/** What is no XML, such as a proxy's page, says nothing. */
export function parseXml(text: string): Xml {
  const found = new Map<string, string[]>()
  const open: { name: string; text: string }[] = []
  let root = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    root ||= name
    open.push({ name, text: '' })
  })
  parser.on('text', (part) => {
    const inner = open.at(-1)
    if (inner) inner.text += part
  })
  parser.on('closetag', () => {
    const { name, text: inside } = open.pop()!
    const texts = found.get(name)
    if (texts) texts.push(inside)
    else found.set(name, [inside])
  })
  try {
    parser.write(text).close()
  } catch {
    return { root: '', texts: () => [] }
  }
  return { root, texts: (name) => found.get(name) ?? [] }
}

/** Its time runs only while somebody waits for bytes: a slow reader is no fault of the other side. */
export function streamOf({ body }: Response): Readable {
  if (!body) return Readable.from([])
  const reader = body.getReader()
  return new Readable({
    read() {
      const timer = setTimeout(
        () => this.destroy(new Error('No more bytes came from S3.')),
        NEXT_BYTES_WITHIN,
      )
      reader
        .read()
        .then(({ done, value }) => this.push(done ? null : value))
        .catch((error: unknown) => this.destroy(error as Error))
        .finally(() => clearTimeout(timer))
    },
    destroy(error, done) {
      reader.cancel().then(
        () => done(error),
        () => done(error),
      )
    },
  })
}
