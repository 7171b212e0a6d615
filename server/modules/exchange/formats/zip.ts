/** Parts of a zip file, opened by name where it lies. */
import { PassThrough, type Readable } from 'node:stream'
import yauzl from 'yauzl'
import type { FileContent } from '../../media/index.ts'
import { FileUnreadable } from '../failures.ts'

const MOST_PARTS = 1_000

export interface Zip {
  /** Null: there is none. Refuses what unpacks to more than `mostBytes`. */
  open(name: string, mostBytes: number): Promise<Readable | null>
  close(): void
}

class ContentReader extends yauzl.RandomAccessReader {
  content: FileContent
  constructor(content: FileContent) {
    super()
    this.content = content
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const out = new PassThrough()
    this.content
      .open({ start, end: end - 1 })
      .on('error', (error) => out.destroy(error))
      .pipe(out)
    return out
  }
}

export async function openZip(content: FileContent): Promise<Zip> {
  try {
    const file = await yauzl.fromRandomAccessReaderPromise(new ContentReader(content), content.bytes, {
      lazyEntries: true,
      autoClose: false,
    })
    const parts = new Map<string, yauzl.Entry>()
    for await (const part of file.eachEntry()) {
      parts.set(part.fileName, part)
      if (parts.size > MOST_PARTS) throw new Error('It has too many parts.')
    }
    return {
      async open(name, mostBytes) {
        const part = parts.get(name)
        if (!part) return null
        if (part.uncompressedSize > mostBytes)
          throw FileUnreadable({ reason: `it unpacks to ${part.uncompressedSize} bytes.` })
        return file.openReadStreamPromise(part)
      },
      close: () => file.close(),
    }
  } catch (error) {
    throw FileUnreadable({ reason: 'it is not a workbook.' }, { cause: error })
  }
}
