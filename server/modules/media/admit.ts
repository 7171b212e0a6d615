/**
 * What every upload goes through, by whichever road its bytes came: the kind is what the
 * content says, the size is right for the kind, a scanner finds nothing, a picture opens and
 * tells no more than it shows, a video is neither too long nor too large. Then it is put in
 * storage; its row is still to be written.
 */
import { buffer } from 'node:stream/consumers'
import type { App } from '#kit/app.ts'
import { TooLarge } from '#kit/failure.ts'
import { joined, readPart, type Content } from './content.ts'
import { PictureUnreadable, TypeRefused, tooManyPixels } from './failures.ts'
import { startPictureProcess } from './picture-process.ts'
import { mustBeHarmless } from './scanner.ts'
import { putFile, type NewFile, type PutFile } from './store.ts'
import { HEAD_BYTES, TYPES, areAlike, isPicture, isTable, isVideo, mostBytesOf, typeOf } from './types.ts'
import { measureVideo } from './video.ts'

export interface Wanted {
  name: string
  /** What the ticket is for; another kind of picture will do for a picture. */
  type: string
  visibility: 'public' | 'private'
}

/** The kind of a file that begins like this, if it is what the ticket is for. */
export function kindOf(head: Buffer, wanted: Wanted): string {
  const type = typeOf(head)
  if (!type || !areAlike(type, wanted.type)) throw TypeRefused({ allowed: TYPES })
  return isTable(type) ? wanted.type : type
}

export async function admit(app: App, content: Content, wanted: Wanted): Promise<PutFile> {
  const { name, visibility } = wanted
  const type = kindOf(await readPart(content, 0, HEAD_BYTES), wanted)
  if (content.bytes > mostBytesOf(type)) throw TooLarge({ limitBytes: mostBytesOf(type) })
  await mustBeHarmless(app, { name, type, bytes: content.bytes, open: () => content.open() })
  if (isPicture(type)) return putFile(app, { name, type, visibility, ...(await cleaned(content, type)) })
  const file = await putFile(app, { name, type, visibility, body: content })
  if (!isVideo(type)) return file
  try {
    // From where it lies now: in one piece, of which parts can be read.
    const stored = joined(app, [{ atByte: 0, bytes: file.bytes, key: file.key }])
    return { ...file, ...(await measureVideo(stored)) }
  } catch (error) {
    await app.storage.remove(file.key)
    throw error
  }
}

async function cleaned(content: Content, type: string): Promise<Pick<NewFile, 'body' | 'width' | 'height'>> {
  const body = await buffer(content.open())
  const pictures = startPictureProcess()
  try {
    const answer = await pictures.clean(body, type)
    if (answer.kind === 'too_large') throw tooManyPixels(answer.width, answer.height)
    if (answer.kind === 'unreadable') throw PictureUnreadable({})
    const { width, height } = answer
    return { body: answer.body ? Buffer.from(answer.body) : body, width, height }
  } finally {
    await pictures.end()
  }
}
