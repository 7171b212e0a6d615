/** `npm run quayside -- <operation> …`: the store's operations on the command line, beside a running store or without one. */
import { silentLog } from '#kit/log.ts'
import { closeApp, openApp } from './assemble.ts'
import { readConfig } from './config.ts'
import { firstStart } from './first-start.ts'
import { openDatabase, patiently } from './open-database.ts'
import { sentenceFor } from './start-trouble.ts'
import { runCli } from './surfaces/cli.ts'

let code = 1
try {
  // stdout is for the answer alone; what goes wrong is told on stderr, with its cause.
  const database = await openDatabase(readConfig(), (line) => console.error(line))
  const app = await openApp(database.config, { log: silentLog })
  await patiently(() => firstStart(app, (line) => console.error(line))) // a command may be the first to come
  code = await runCli(app, process.argv.slice(2))
  await closeApp(app)
  await database.close()
} catch (error) {
  console.error(sentenceFor(error))
}
process.exit(code)
