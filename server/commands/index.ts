/** The short names of the command line, and how one of them is run. */
import { parseArgs } from 'node:util'
import type { Readable, Writable } from 'node:stream'
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'
import { isFailure } from '#kit/failure.ts'
import { problemOf } from '#kit/problem.ts'
import { silentLog } from '#kit/log.ts'
import { closeApp, openApp } from '../assemble.ts'
import { firstStart } from '../first-start.ts'
import { openDatabase, patiently, type OpenDatabase } from '../open-database.ts'
import { sentenceFor } from '../start-trouble.ts'
import { backup, restore } from './backup.ts'
import { Misused, type Command } from './command.ts'
import { doctor } from './doctor.ts'
import { exportFile, importFile } from './exchange.ts'
import { media } from './media.ts'
import { createUser, grant } from './people.ts'
import { reconcile } from './reconcile.ts'
import { reindex } from './reindex.ts'
import { replay } from './replay.ts'
import { seed } from './seed.ts'

export const commands: Command[] = [
  doctor,
  createUser,
  grant,
  reconcile,
  replay,
  reindex,
  backup,
  restore,
  seed,
  importFile,
  exportFile,
  media,
]

export interface Terminal {
  stdin: Readable
  stdout: Writable
  stderr: Writable
}

const DONE = 0
const REFUSED = 1
const MISUSED = 2

/** Answers the exit code. */
export async function runCommand(
  command: Command,
  argv: string[],
  readConfig: () => Config,
  terminal: Terminal = process,
): Promise<number> {
  const say = (line: string) => void terminal.stderr.write(`${line}\n`)
  const opened: { database?: OpenDatabase; app?: App } = {}
  try {
    const { words, flags } = parse(command, argv)
    if (flags['help']) {
      terminal.stdout.write(`${helpOf(command)}\n`)
      return DONE
    }
    const config = readConfig()
    const open = async () => {
      opened.database ??= await openDatabase(config, say)
      opened.app ??= await openApp(opened.database.config, { log: silentLog })
      await patiently(() => firstStart(opened.app!, say)) // a command may be the first to come
      return opened.app
    }
    const answer = await command.run({ words, flags, config, open, say, read: () => readAll(terminal.stdin) })
    terminal.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
    return (answer as { ok?: boolean }).ok === false ? REFUSED : DONE
  } catch (error) {
    if (error instanceof Misused) say(`${error.message}\n\n${helpOf(command)}`)
    else if (isFailure(error)) say(JSON.stringify(problemOf(error, '', ''), null, 2))
    else say(sentenceFor(error))
    return error instanceof Misused ? MISUSED : REFUSED
  } finally {
    if (opened.app) await closeApp(opened.app)
    await opened.database?.close()
  }
}

function parse(command: Command, argv: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      options: { ...command.flags, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    return { words: positionals, flags: values as Record<string, string | boolean | undefined> }
  } catch (error) {
    throw new Misused((error as Error).message)
  }
}

export function helpOf({ name, usage, says, help }: Command): string {
  return [`npm run quayside -- ${name} ${usage}`, '', `  ${says}.`, ...(help ? [`  ${help}`] : [])].join('\n')
}

export function listOfCommands(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return commands.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`).join('\n')
}

async function readAll(stdin: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer))
  return Buffer.concat(chunks).toString()
}
