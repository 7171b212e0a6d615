/** Cards for those with whom a page is shared, made of a public picture of the store: one at a time, in a process of its own. */
import { buffer } from 'node:stream/consumers'
import type { App } from '#kit/app.ts'
import { startPictureProcess, type Card } from './picture-process.ts'

let last: Promise<unknown> = Promise.resolve()

/** `url` as a `Picture` has it. Null: the picture is gone, or cannot be opened. */
export function drawnCard(app: App, url: string, card: Card): Promise<Buffer | null> {
  const mine = last.then(() => draw(app, url, card))
  last = mine.catch(() => {})
  return mine
}

async function draw(app: App, url: string, card: Card): Promise<Buffer | null> {
  const stored = await app.storage.open(url.replace(/^\/files\//, ''))
  if (!stored) return null
  const pictures = startPictureProcess()
  try {
    const drawn = await pictures.card(await buffer(stored.stream), card)
    if (drawn.kind === 'card') return Buffer.from(drawn.body)
    app.log.warn(
      { picture: url, why: drawn.kind === 'unreadable' ? drawn.reason : drawn.kind },
      'a card could not be drawn',
    )
    return null
  } finally {
    await pictures.end()
  }
}
