import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '#kit/log.ts'
import { closeApp, openApp } from '../assemble.ts'
import { openDatabase } from '../open-database.ts'
import { invariants, jobs } from './checks/books.ts'
import { warn, wrong, type Check, type Finding } from './checks/check.ts'
import { folder, node, port } from './checks/machine.ts'
import { database, files, mail, migrations, payments } from './checks/services.ts'
import { transport } from './checks/transport.ts'
import type { Command } from './command.ts'

const CHECKS: Check[] = [
  node,
  folder,
  port,
  database,
  migrations,
  files,
  mail,
  payments,
  transport,
  invariants,
  jobs,
]

export const doctor: Command = {
  name: 'doctor',
  usage: '',
  says: 'Look whether this store and its machine are well, and say what to do',
  help: 'It changes nothing. Exit code 1: something is wrong. Settings that cannot be read are told as every start tells them.',
  async run({ config, say }) {
    const findings: Finding[] = []
    const close: (() => Promise<void>)[] = []
    let app = null
    const isNew = config.databaseUrl === null && !existsSync(join(config.dataDir, 'postgres'))
    if (isNew) findings.push(warn('database', 'There is no store here yet.', 'Make one: npm start'))
    else {
      try {
        const opened = await openDatabase({ ...config, roles: new Set() }, say)
        close.push(() => opened.close())
        app = await openApp(opened.config, { log: silentLog })
        close.unshift(() => closeApp(app!))
      } catch (error) {
        findings.push(
          wrong('database', (error as Error).message, 'Nothing that is kept there could be looked at.'),
        )
      }
    }
    for (const check of CHECKS) {
      try {
        findings.push(...(await check({ config, app })))
      } catch (error) {
        findings.push(
          wrong(
            check.name,
            (error as Error).message,
            'This could not be looked at; mend what is above first.',
          ),
        )
      }
    }
    for (const end of close) await end()
    return { ok: findings.every(({ state }) => state !== 'wrong'), findings }
  },
}
