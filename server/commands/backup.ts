import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { silentLog } from '#kit/log.ts'
import { closeApp, openApp } from '../assemble.ts'
import { NotABackup } from '../backup/container.ts'
import { loadBackup } from '../backup/load.ts'
import { writeBackup } from '../backup/write.ts'
import { migrationSets } from '../modules.ts'
import { openDatabase } from '../open-database.ts'
import { openStorage } from '../open-storage.ts'
import { Misused, call, type Command } from './command.ts'

const secondsSince = (began: number) => Math.round((performance.now() - began) / 100) / 10

export const backup: Command = {
  name: 'backup',
  usage: '<file>',
  says: 'Write everything the store knows, as it is at one moment, into one file; the store goes on',
  help: 'It holds personal data and is readable by you only. SECRET and other settings are not in it: keep them elsewhere.',
  async run({ words, open }) {
    const [file] = words
    if (!file || words.length > 1) throw new Misused('Name the file to write.')
    if (existsSync(file)) throw new Misused(`${file} is there already. Name another file.`)
    const began = performance.now()
    const { config, storage, clock } = await open()
    const url = config.databaseDirectUrl ?? config.databaseUrl!
    const written = await writeBackup(resolve(file), { url, storage, now: clock() })
    return { ...written, seconds: secondsSince(began) }
  },
}

export const restore: Command = {
  name: 'restore',
  usage: '<file>',
  says: 'Load a backup into a fresh DATA_DIR or an empty database, and prove it',
  help: 'A backup of an older Quayside is brought up to date. Every row, file and invariant is checked.',
  async run({ words, config, say }) {
    const [file] = words
    if (!file || words.length > 1) throw new Misused('Name the backup to load.')
    if (!existsSync(file)) throw new Misused(`There is no file ${file}.`)
    const began = performance.now()
    const database = await openDatabase({ ...config, roles: new Set() }, say)
    try {
      const url = database.config.databaseDirectUrl ?? database.config.databaseUrl!
      const storage = await openStorage(config, silentLog)
      const loaded = await loadBackup(resolve(file), { url, storage, sets: migrationSets })
      say('Loaded. Proving it …')
      const app = await openApp(database.config)
      const { holds } = await call<{ holds: boolean }>(app, 'system.invariants', {})
      const { broken } = await call<{ broken: number }>(app, 'media.reconcile', { verify: true })
      await closeApp(app)
      const ok = holds && broken === 0
      return { ok, ...loaded, invariantsHold: holds, brokenFiles: broken, seconds: secondsSince(began) }
    } catch (error) {
      if (error instanceof NotABackup) throw new Misused(error.message)
      throw error
    } finally {
      await database.close()
    }
  },
}
