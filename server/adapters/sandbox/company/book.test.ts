/** A book that an older release has written is brought up to date when it is opened; a newer one is left alone. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { openBook } from './book.ts'
import { findPayment } from './records.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-book-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** As the first release made it, as far as it matters here. */
const FIRST = `
create table payment (id text primary key, reference text not null unique, amount integer not null check (amount > 0),
  currency text not null, capture text not null, state text not null, authorised integer not null, captured integer not null,
  refunded integer not null, decline_code text, description text not null, return_url text not null, cancel_url text not null,
  webhook_url text not null, locale text not null, wish text not null, challenged integer not null, created_at integer not null,
  paid_at integer, due_at integer, version integer not null, change integer not null unique, changed_at integer not null) strict;
create index payment_due on payment (due_at) where due_at is not null;
create table capture (id text primary key, payment_id text not null references payment, amount integer not null,
  created_at integer not null) strict;
create table refund (id text primary key, payment_id text not null references payment) strict;
insert into payment values ('pay_1', 'order-1', 1000, 'EUR', 'automatic', 'captured', 1000, 1000, 0, null, 'Tea', 'http://a/', 'http://a/',
  'http://a/', 'en', '{"manner":"normal","lateSeconds":0}', 0, 1, 2, null, 3, 1, 2);
insert into capture values ('cap_1', 'pay_1', 1000, 2);
insert into refund values ('ref_1', 'pay_1');
pragma user_version = 1;`

test('a book of the first release keeps its payments and their captures', () => {
  const file = join(folder, 'first.sqlite')
  const old = new DatabaseSync(file)
  old.exec(FIRST)
  old.close()
  const book = openBook(file)
  const payment = findPayment(book, 'pay_1')!
  assert.deepEqual([payment.method, payment.captured, payment.dispute], ['card', 1000, null])
  assert.deepEqual(payment.captures, [{ id: 'cap_1', amount: 1000, fee: 0 }])
  assert.deepEqual(book.all('pragma foreign_key_check'), [])
  assert.throws(() => book.run(`insert into refund values ('ref_2', 'pay_none')`), /FOREIGN KEY/)
  book.close()
  openBook(file).close()
})

test('a book of a later release is refused, and stays as it is', () => {
  const file = join(folder, 'later.sqlite')
  const later = new DatabaseSync(file)
  later.exec('pragma user_version = 99')
  later.close()
  assert.throws(() => openBook(file), /version 99/)
})

test('processes that begin a book at the same moment all open it', async () => {
  const book = JSON.stringify(new URL('./book.ts', import.meta.url).href)
  const script = `const { openBook } = await import(${book})
    while (Date.now() < Number(process.argv[2]));
    openBook(process.argv[1]).close()`
  for (let round = 0; round < 8; round++) {
    const given = [join(folder, `begun-${round}.sqlite`), String(Date.now() + 900)]
    const said = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...given])
        let words = ''
        child.stderr.on('data', (text: Buffer) => (words += text.toString()))
        const [code] = (await once(child, 'close')) as [number]
        return code === 0 ? '' : words
      }),
    )
    assert.equal(said.join(''), '')
  }
})
