/** Where the store's files lie: on disk or in a bucket, or in both while they move from one to the other. */
import { join } from 'node:path'
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'
import { diskStorage } from '#kit/disk-storage.ts'
import { isFailure } from '#kit/failure.ts'
import type { Log } from '#kit/log.ts'
import { movingStorage } from '#kit/moving-storage.ts'
import type { Storage } from '#kit/storage.ts'

export interface Storages {
  disk: Storage
  /** Null: no bucket is named. */
  s3: Storage | null
}

export async function openStorages({ dataDir, adapters }: Config, log: Log): Promise<Storages> {
  const disk = diskStorage(join(dataDir, 'files'))
  if (!adapters['S3_BUCKET']) return { disk, s3: null }
  const { openS3 } = await import('./adapters/s3/storage.ts')
  return { disk, s3: openS3(adapters, log) }
}

/** Files are written where STORAGE says. With a bucket they are read from both: some may still be in the other. */
export async function openStorage(config: Config, log: Log): Promise<Storage> {
  const { disk, s3 } = await openStorages(config, log)
  if (!s3) return disk
  return config.adapters['STORAGE'] === 's3' ? movingStorage(s3, disk) : movingStorage(disk, s3)
}

/** What waiting cannot mend stops the start; from a service that does not answer now, files come once it does. */
export async function checkStorage({ storage, log }: App): Promise<void> {
  try {
    await storage.check()
  } catch (error) {
    if (!isFailure(error)) throw error
    log.warn({ err: error.cause }, 'the storage of files does not answer; what is sold goes on without them')
  }
}
