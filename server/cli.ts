/** `npm run quayside -- <operation> …`: the store's operations on the command line, beside a running store or without one. */
import { closeApp, openApp } from './assemble.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './open-database.ts'
import { runCli } from './surfaces/cli.ts'

const quiet = { ...readConfig() }
const database = await openDatabase({ ...quiet, logLevel: 'error' }, () => {})
const app = await openApp(database.config)
const code = await runCli(app, process.argv.slice(2))
await closeApp(app)
await database.close()
process.exit(code)
