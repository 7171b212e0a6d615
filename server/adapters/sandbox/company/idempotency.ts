/**
 * One effect per Idempotency-Key, whatever is lost on the way.
 *
 * Only successes are kept: a refusal changed nothing and may be asked again. Effect and record are one transaction.
 */
import { createHash } from 'node:crypto'
import type { Book } from './book.ts'
import { refusal } from './refusal.ts'
import type { Answer } from './wire.ts'

const PRINTABLE = /^[\x21-\x7e]{1,255}$/

export function once(
  book: Book,
  clock: () => Date,
  ask: { key: string | null; about: unknown },
  run: () => Answer,
): Answer & { replayed: boolean } {
  const key = ask.key
  if (key === null)
    throw refusal(400, 'idempotency_key_missing', 'This request needs an Idempotency-Key header.')
  if (!PRINTABLE.test(key))
    throw refusal(
      400,
      'idempotency_key_invalid',
      'An Idempotency-Key has 1 to 255 printable ASCII characters.',
    )
  const fingerprint = createHash('sha256').update(JSON.stringify(ask.about)).digest('base64')
  return book.write(() => {
    const found = book.one('select fingerprint, status, body from answered where key = ?', key)
    if (found && found['fingerprint'] !== fingerprint)
      throw refusal(422, 'idempotency_key_reused', 'This Idempotency-Key was used for another request.')
    if (found) return { status: found['status'] as number, body: found['body'], replayed: true }
    const answer = run()
    book.run(
      'insert into answered (key, fingerprint, status, body, created_at) values (?, ?, ?, ?, ?)',
      key,
      fingerprint,
      answer.status,
      JSON.stringify(answer.body),
      clock().getTime(),
    )
    return { ...answer, replayed: false }
  })
}
