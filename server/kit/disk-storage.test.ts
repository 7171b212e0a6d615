import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storageContract } from '#testing/storage-contract.ts'
import { diskStorage } from './disk-storage.ts'

storageContract('a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-storage-'))
  return {
    storage: diskStorage(folder),
    remains: () =>
      readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.part')),
    close: async () => rmSync(folder, { recursive: true }),
  }
})
