/**
 * Files in a bucket of a service that others made: s3rver 3.7.1, where the machine has it.
 *
 * It brings a hundred packages that no shop needs, so it is not among the store's own: `S3RVER` names its folder.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { silentLog } from '#kit/log.ts'
import { storageContract } from '#testing/storage-contract.ts'
import { s3Storage } from './storage.ts'

interface Service {
  run(): Promise<{ port: number }>
  close(): Promise<void>
}
type S3rver = new (options: {
  port: number
  address: string
  silent: boolean
  directory: string
  configureBuckets: { name: string }[]
}) => Service

const NAME = 'an S3 service of another’s making'
const folder = process.env['S3RVER']

if (folder === undefined) test(NAME, { skip: 'S3RVER names no folder with s3rver in it' }, () => {})
else
  storageContract(NAME, async () => {
    const Server = createRequire(import.meta.url)(folder) as S3rver
    const directory = mkdtempSync(join(tmpdir(), 'quayside-s3-'))
    const server = new Server({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory,
      configureBuckets: [{ name: 'files' }],
    })
    const { port } = await server.run()
    const settings = {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'files',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      pathStyle: true,
      publicUrl: null,
    }
    return {
      storage: s3Storage(settings, silentLog),
      remains: () => [],
      // It writes keys as names of files, and its names of next pages by a cipher that OpenSSL 3 has given up.
      lacks: { keysBeyond: 200, listsBeyond: 1_000 },
      async close() {
        await server.close()
        rmSync(directory, { recursive: true })
      },
    }
  })
