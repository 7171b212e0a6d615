/**
 * Bob uploads a film: shoppers get a copy that plays everywhere, tells nothing besides, and a poster.
 *
 * Needs `ffmpeg` (Debian: apt-get install ffmpeg); a store without it serves videos as they came.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { get } from './files/get.ts'
import { storeAtWork, type Made } from './testing.ts'
import { transcode } from './transcode.ts'

const work = await storeAtWork()
const { shop, send } = work
const folder = mkdtempSync(join(tmpdir(), 'quayside-film-'))
after(async () => {
  rmSync(folder, { recursive: true })
  await work.close()
})
const isThere = spawnSync('ffmpeg', ['-version']).status === 0
const options = { skip: isThere ? false : 'there is no ffmpeg on this machine' }

/** A film that says where it was taken. */
function film(size = '1920x1080', seconds = 2): Buffer {
  const file = join(folder, `${size}.mp4`)
  const sources = [
    `testsrc=size=${size}:rate=50:duration=${seconds}`,
    `sine=frequency=440:duration=${seconds}`,
  ]
  const inputs = sources.flatMap((each) => ['-f', 'lavfi', '-i', each])
  const coded = '-c:v libx264 -preset ultrafast -c:a aac'.split(' ')
  const told = ['-metadata', 'location=+53.54+009.99/', '-metadata', 'title=Bobs garden']
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...inputs, ...coded, ...told, file])
  return readFileSync(file)
}

async function upload(body: Buffer, visibility?: 'public'): Promise<Made> {
  const path = await work.ticket('video/mp4', body.length, visibility ? { visibility } : {})
  const answer = await work.patch(path, 0, body)
  assert.equal(answer.status, 201)
  return (await answer.json()) as Made
}

interface Probe {
  streams: { codec_name: string; width?: number; height?: number; avg_frame_rate: string }[]
  format: { tags?: Record<string, string> }
}
function probe(body: Buffer): Probe {
  const file = join(folder, 'probed.mp4')
  writeFileSync(file, body)
  const args = ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file]
  return JSON.parse(execFileSync('ffprobe', args, { encoding: 'utf8' })) as Probe
}

test(
  'a film becomes H.264 and AAC of bounded size with a poster, and tells nothing besides',
  options,
  async () => {
    const original = film()
    assert.match(original.toString('latin1'), /Bobs garden/)
    const { id, url } = await upload(original, 'public')
    const bytesAt = async (path: string) => Buffer.from(await (await send('GET', path)).arrayBuffer())
    assert.ok((await bytesAt(url!)).equals(original), 'until the copy is there it is served as it came')
    await shop.job('media.videos')

    const held = await shop.bob.call(get, { fileId: id })
    assert.notEqual(held.url, url)
    const copy = await bytesAt(held.url!)
    const { streams, format } = probe(copy)
    assert.deepEqual(
      streams.map((each) => [each.codec_name, each.width, each.height]),
      [
        ['h264', 1280, 720],
        ['aac', undefined, undefined],
      ],
    )
    assert.equal(streams[0]!.avg_frame_rate, '30/1')
    const tags = Object.keys(format.tags ?? {}).filter((tag) => !/_brand|minor_version/.test(tag))
    assert.deepEqual(tags, [])
    assert.doesNotMatch(copy.toString('latin1'), /Bobs garden|\+53\.54|Lavf\d/)
    assert.ok(copy.indexOf('moov') < copy.indexOf('mdat'), 'it plays before all of it is there')

    const poster = await send('GET', held.poster!)
    assert.deepEqual([poster.status, poster.headers.get('content-type')], [200, 'image/webp'])
    assert.deepEqual(
      held.sources.map(({ type, width }) => [type, width]),
      [...[320, 640, 960, 1280].map((width) => ['image/webp', width]), ['video/mp4', 1280]],
    )
    assert.equal((await send('GET', url!)).status, 404, 'the original is for staff alone')
    assert.deepEqual([held.bytes, held.width, held.height], [original.length, 1920, 1080])
    await shop.job('media.videos')
    await shop.invariants()
  },
)

test(
  'a small film is not made larger, an upright one stays upright, a private one is left as it is',
  options,
  async () => {
    const sizes = async (size: string) => {
      const { id } = await upload(film(size, 1), 'public')
      await shop.job('media.videos')
      const { url } = await shop.bob.call(get, { fileId: id })
      const [{ width, height } = {}] = probe(
        Buffer.from(await (await send('GET', url!)).arrayBuffer()),
      ).streams
      return [width, height]
    }
    assert.deepEqual(await sizes('322x180'), [322, 180])
    assert.deepEqual(await sizes('720x1440'), [640, 1280])
    const secret = await upload(film('322x180', 1))
    await shop.job('media.videos')
    const held = await shop.bob.call(get, { fileId: secret.id })
    assert.deepEqual([held.url, held.poster, held.sources], [null, null, []])
  },
)

test(
  'a film that cannot be decoded is tried three times, served as it came, and holds up no other',
  options,
  async () => {
    const broken = film('640x360', 1)
    const mdat = broken.indexOf('mdat') + 4
    const end = Math.max(mdat, broken.indexOf('moov') > mdat ? broken.indexOf('moov') - 4 : broken.length)
    broken.fill(0xff, mdat, end)
    const whole = await upload(film('322x180', 1), 'public')
    const { id, url } = await upload(broken, 'public')
    for (let n = 0; n < 4; n++) await shop.job('media.videos')
    const held = await shop.bob.call(get, { fileId: id })
    assert.deepEqual([held.url, held.poster], [url, null])
    assert.equal((await send('GET', url!)).status, 200)
    assert.ok((await shop.bob.call(get, { fileId: whole.id })).poster)
  },
)

test('it reads nothing but the film, and is ended when the house closes', options, async () => {
  const list = join(folder, 'list.mp4')
  film('322x180', 1)
  writeFileSync(list, 'ffconcat version 1.0\nfile 322x180.mp4\n') // ffmpeg by itself would play the other file
  const go = (source: string, signal = AbortSignal.timeout(60_000)) =>
    transcode(source, folder, { durationMs: 1000, signal })
  assert.equal((await go(list)).kind, 'failed')
  writeFileSync(join(folder, 'long.mp4'), film('1280x720', 20))
  assert.equal((await go(join(folder, 'long.mp4'), AbortSignal.timeout(300))).kind, 'failed')
})
