/** `quayside media move --to s3|disk`: the store’s files from one place to the other. */
import { silentLog } from '#kit/log.ts'
import type { Storage } from '#kit/storage.ts'
import { moveFiles } from '../modules/media/index.ts'
import { openStorages } from '../open-storage.ts'
import { Misused, type Command } from './command.ts'

const TELL_EACH_MS = 2_000
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`

export const media: Command = {
  name: 'media',
  usage: 'move --to s3|disk',
  says: 'Bring the store’s files into the bucket, or back to disk, while the store goes on',
  help: 'Set STORAGE to the same first, and start the store anew: it then writes there and reads from both. Each file is read back before it leaves its old place; broken off, it goes on where it stopped.',
  flags: { to: { type: 'string' } },
  async run({ words, flags, config, open, say }) {
    const { to } = flags
    if (words.join(' ') !== 'move' || (to !== 's3' && to !== 'disk'))
      throw new Misused('Say where the files go: media move --to s3, or --to disk.')
    if (!config.adapters['S3_BUCKET'])
      throw new Misused('No bucket is named: set S3_BUCKET and what belongs to it.')
    if (config.adapters['STORAGE'] !== to)
      throw new Misused(`New files are still written elsewhere. Set STORAGE=${to}, and start the store anew.`)
    const app = await open()
    await app.storage.check()
    const { disk, s3 } = await openStorages(config, silentLog)
    const [from, target] = to === 's3' ? [disk, s3!] : [s3!, disk]
    let told = performance.now()
    const tell = ({ files, bytes }: { files: number; bytes: number }) =>
      say(`${files.toLocaleString('en')} files, ${gigabytes(bytes)}`)
    const moved = await moveFiles(app, {
      from,
      to: target,
      onMoved(sofar) {
        if (performance.now() - told < TELL_EACH_MS) return
        told = performance.now()
        tell(sofar)
      },
    })
    tell(moved)
    return { ok: await isEmpty(from), to, ...moved }
  },
}

async function isEmpty(storage: Storage): Promise<boolean> {
  for await (const _ of storage.list('')) return false
  return true
}
