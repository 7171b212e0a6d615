/** Node, the disk, the data folder and the port. */
import { existsSync } from 'node:fs'
import { access, constants, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { portIsFree } from '../../serve.ts'
import { ok, warn, wrong, type Check } from './check.ts'

const NODE = 26
/** PostgreSQL stops for good when its log finds no room. */
const LEAST_BYTES = 500e6
const FEW_BYTES = 5e9
const REPLY_WITHIN_MS = 3_000

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`

export const node: Check = async () =>
  Number.parseInt(process.versions.node) >= NODE
    ? [ok('node', `Node ${process.version}`)]
    : [
        wrong(
          'node',
          `This is Node ${process.version}.`,
          `Quayside needs Node ${NODE}. "npm start" brings its own.`,
        ),
      ]

export const folder: Check = async ({ config: { dataDir } }) => {
  let place = dataDir // or, where it is still to be made, the folder that it will be in
  while (!existsSync(place)) place = dirname(place)
  try {
    await access(place, constants.R_OK | constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return [
      wrong(
        'data folder',
        `${dataDir} cannot be written (${code}).`,
        'Give this user the folder, or name another one by DATA_DIR.',
      ),
    ]
  }
  const { bavail, bsize } = await statfs(place)
  const free = bavail * bsize
  const says = `${gigabytes(free)} free at ${dataDir}`
  if (free < LEAST_BYTES) return [wrong('disk', says, 'Make room: PostgreSQL stops when the disk is full.')]
  return [
    ok('data folder', dataDir),
    free < FEW_BYTES ? warn('disk', says, 'Plan for more room.') : ok('disk', says),
  ]
}

export const port: Check = async ({ config }) => {
  const place = `${config.host}:${config.port}`
  try {
    await portIsFree(config)
    return [ok('port', `${place} is free: the store is not running.`)]
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE')
      return [
        wrong(
          'port',
          `${place} cannot be listened on: ${message}.`,
          'Set HOST and PORT to an address of this machine and a port above 1023.',
        ),
      ]
  }
  const scheme = config.tls ? 'https' : 'http'
  const ready = await fetch(`${scheme}://${place}/readyz`, {
    signal: AbortSignal.timeout(REPLY_WITHIN_MS),
  }).then(
    (answer) => answer.status,
    () => null,
  )
  if (ready === 200) return [ok('port', `The store answers at ${place}.`)]
  if (ready === 503)
    return [warn('port', `A store at ${place} is not ready.`, 'Its log says why. It may still be starting.')]
  return config.tls
    ? [ok('port', `${place} is in use.`)]
    : [
        wrong(
          'port',
          `Another program uses ${place}.`,
          `Stop that one, or start with another port: PORT=3100 npm start`,
        ),
      ]
}
