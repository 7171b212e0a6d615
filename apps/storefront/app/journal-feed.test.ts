/** Whoever follows the journal reads what is written there, in their language, whatever stands in it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadWords } from '@quayside/words'
import { journalFeed } from './journal-feed.ts'

const post = {
  id: '01900000-0000-7000-8000-000000000001',
  slug: 'how-we-glaze',
  title: 'Glaze & <script>fire</script>\u0007',
  summary: 'Said "so"',
  author: '',
  publishedAt: '2026-03-02T10:00:00.000Z',
}
const told = { shop: 'Quayside', locale: 'de', origin: 'https://shop.example', base: '/de', now: new Date(0) }

test('each entry has its address, its day and its words, and no text of it becomes markup', async () => {
  await loadWords('de')
  const feed = journalFeed({ ...told, posts: [post] })
  assert.match(feed, /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="de">/)
  assert.match(feed, /<id>https:\/\/shop\.example\/de\/journal\.atom<\/id>/)
  assert.match(feed, /<id>urn:uuid:01900000-0000-7000-8000-000000000001<\/id>/)
  assert.match(feed, /href="https:\/\/shop\.example\/de\/journal\/how-we-glaze"/)
  assert.match(feed, /<title>Glaze &amp; &lt;script&gt;fire&lt;\/script&gt;<\/title>/)
  assert.match(feed, /<author><name>Quayside<\/name><\/author>/)
  assert.equal(feed.match(/<updated>2026-03-02T10:00:00\.000Z<\/updated>/g)?.length, 2)
})

test('a journal without entries is a feed too', async () => {
  await loadWords('de')
  const feed = journalFeed({ ...told, posts: [] })
  assert.match(feed, /<updated>1970-01-01T00:00:00\.000Z<\/updated>\s*<\/feed>/)
})
