/**
 * A tool for whoever runs the store: a short name on the command line, JSON out.
 *
 * Exit codes: 0 done, 1 refused or not well, 2 wrongly asked. What is said on the way goes to stderr.
 */
import type { ParseArgsOptionsConfig } from 'node:util'
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'
import type { Call } from '#kit/invoke.ts'

export interface Given {
  /** Words after the command's name. */
  words: string[]
  flags: Record<string, string | boolean | undefined>
  config: Config
  /** The store, with its database, migrations and first start; opened when it is first asked for. */
  open(): Promise<App>
  /** Reads all of stdin as text. */
  read(): Promise<string>
  say(line: string): void
}

export interface Command {
  name: string
  /** What follows the name, such as `<email> [--name NAME]`. */
  usage: string
  says: string
  /** Further lines for `--help`. */
  help?: string
  flags?: ParseArgsOptionsConfig
  /** An answer with `ok: false` ends with exit code 1. */
  run(given: Given): Promise<object>
}

/** Asked in a way that means nothing; the sentence says how to ask. */
export class Misused extends Error {}

export const asStore: Call = { actor: { kind: 'system', name: 'cli' } }

/** The operation of this id, called as the store itself. */
export async function call<T>(app: App, id: string, input: object): Promise<T> {
  return (await app.invoke(app.operations.get(id)!, input, asStore)) as T
}
