/**
 * `npm run quayside -- <command or operation> …`: the store on the command line, beside a running one or without.
 *
 * Short names are in `commands/`; every operation can be called by its id.
 */
import { silentLog } from '#kit/log.ts'
import { closeApp, openApp } from './assemble.ts'
import { commands, listOfCommands, runCommand } from './commands/index.ts'
import { readConfig } from './config.ts'
import { firstStart } from './first-start.ts'
import { openDatabase, patiently } from './open-database.ts'
import { sentenceFor } from './start-trouble.ts'
import { runCli } from './surfaces/cli.ts'

const argv = process.argv.slice(2)
const command = commands.find(({ name }) => name === argv[0])
process.exit(command ? await runCommand(command, argv.slice(1), readConfig) : await operation())

async function operation(): Promise<number> {
  let code = 1
  try {
    // stdout is for the answer alone; what goes wrong is told on stderr, with its cause.
    const database = await openDatabase(readConfig(), (line) => console.error(line))
    const app = await openApp(database.config, { log: silentLog })
    await patiently(() => firstStart(app, (line) => console.error(line))) // a command may be the first to come
    if (argv.length === 0 || argv[0] === '--help') console.log(`${listOfCommands()}\n`)
    code = await runCli(app, argv)
    await closeApp(app)
    await database.close()
  } catch (error) {
    console.error(sentenceFor(error))
  }
  return code
}
