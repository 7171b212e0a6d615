/** A large object, in parts: none of it is to be seen before the last step, and memory holds two parts of it. */
import type { Log } from '#kit/log.ts'
import { readXml } from './answer.ts'
import type { Bucket } from './bucket.ts'

/** S3 takes 10,000 parts, so objects of up to 80 GB, and none below 5 MiB but the last. */
export const PART_BYTES = 8 * 1024 * 1024

export async function* inParts(source: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let bytes = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + PART_BYTES - bytes)
      held.push(piece)
      bytes += piece.length
      at += piece.length
      if (bytes < PART_BYTES) continue
      yield Buffer.concat(held)
      held = []
      bytes = 0
    }
  }
  if (bytes > 0) yield Buffer.concat(held)
}

export async function putInParts(
  bucket: Bucket,
  key: string,
  type: string,
  parts: AsyncIterable<Buffer>,
  log: Log,
): Promise<void> {
  const begun = await bucket.send({
    method: 'POST',
    key,
    query: { uploads: '' },
    headers: { 'content-type': type },
  })
  const [uploadId] = (await readXml(begun)).texts('UploadId')
  if (!uploadId) throw new Error('S3 began an upload without a name for it.')
  try {
    const tags: string[] = []
    let bytes = 0
    for await (const body of parts) {
      bytes += body.length
      const query = { partNumber: String(tags.length + 1), uploadId }
      const kept = await bucket.send({ method: 'PUT', key, query, body })
      const tag = kept.headers.get('etag')
      await kept.body?.cancel()
      if (!tag) throw new Error('S3 did not keep a part of an upload.')
      tags.push(tag)
    }
    await complete(bucket, key, uploadId, tags, bytes)
  } catch (error) {
    await bucket
      .send({ method: 'DELETE', key, query: { uploadId } })
      .catch((left: unknown) => log.warn({ err: left, key }, 'a broken upload could not be taken back'))
    throw error
  }
}

async function complete(
  bucket: Bucket,
  key: string,
  uploadId: string,
  tags: string[],
  bytes: number,
): Promise<void> {
  const list = tags.map(
    (tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`,
  )
  const body = Buffer.from(`<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`)
  const done = await bucket.seek({ method: 'POST', key, query: { uploadId }, body })
  if (done) {
    // It answers 200 as soon as it begins, and may still fail.
    const { root, texts } = await readXml(done)
    if (root !== 'CompleteMultipartUploadResult')
      throw new Error(`S3 did not put an upload together: ${texts('Code')[0] ?? 'no reason'}`)
    return
  }
  // Not known any more: an earlier try has done it, and its answer was lost.
  const there = await bucket.seek({ method: 'HEAD', key })
  if (Number(there?.headers.get('content-length')) !== bytes) throw new Error('S3 has forgotten an upload.')
}

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
