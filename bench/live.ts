/**
 * The product list over `/live` beside the same over REST, and what a thousand open sockets weigh.
 *
 *   node bench/live.ts            about a minute (--quick)
 *
 * CPU is the store's process alone, by turns on 16 connections, so that what else the machine does hits both.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { WebSocket as Socket } from 'ws'
import { cpuOfTree, memoryOfTree } from './cpu.ts'
import { requestOf, runLoad } from './load.ts'
import { median } from './measure.ts'
import { openRig, removeFolder, type Rig } from './rig.ts'

const { WebSocket } = createRequire(join(import.meta.dirname, '../server/package.json'))('ws') as {
  WebSocket: typeof Socket
}
const CONNECTIONS = 16
const SOCKETS = 1_000
const quick = process.argv.includes('--quick')
const [OPS, ROUNDS] = quick ? [400, 3] : [2_000, 7]

const rest = requestOf({ method: 'GET', path: '/v1/products?limit=24' })
const frame = JSON.stringify({ kind: 'call', id: '1', operation: 'browse.products', input: { limit: 24 } })

const open = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/live`)
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })

async function overRest(port: number): Promise<void> {
  await runLoad({
    port,
    connections: CONNECTIONS,
    ops: OPS,
    work: async (connection) => void (await connection.send(rest)),
  })
}

async function overLive(port: number): Promise<void> {
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => open(port)))
  let left = OPS
  const ask = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      socket.once('message', (bytes: Buffer) =>
        bytes.includes('"status":200') ? resolve() : reject(new Error(bytes.toString().slice(0, 300))),
      )
      socket.send(frame)
    })
  await Promise.all(
    sockets.map(async (socket) => {
      while (left-- > 0) await ask(socket)
      socket.terminate()
    }),
  )
}

async function cpuOf(rig: Rig, work: (port: number) => Promise<void>): Promise<number> {
  const before = cpuOfTree(rig.store.pid)
  await work(rig.store.port)
  return ((cpuOfTree(rig.store.pid) - before) / OPS) * 1000
}

async function sockets(rig: Rig): Promise<{ beforeMb: number; eachKb: number }> {
  await sleep(2_000)
  const beforeMb = memoryOfTree(rig.store.pid).pssMb
  const held: Socket[] = []
  for (let n = 0; n < SOCKETS; n++) held.push(await open(rig.store.port))
  await sleep(2_000)
  const afterMb = memoryOfTree(rig.store.pid).pssMb
  for (const socket of held) socket.terminate()
  return { beforeMb, eachKb: ((afterMb - beforeMb) / SOCKETS) * 1024 }
}

const rig = await openRig({ say: () => {} })
try {
  // First, before a load has grown the heap that sockets would fit into.
  const { beforeMb, eachKb } = await sockets(rig)
  console.log(`${SOCKETS} open sockets: ${eachKb.toFixed(0)} KB each, beside ${beforeMb.toFixed(0)} MB`)
  for (const work of [overRest, overLive]) await cpuOf(rig, work) // warm
  const found = { rest: [] as number[], live: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    found.rest.push(await cpuOf(rig, overRest))
    found.live.push(await cpuOf(rig, overLive))
  }
  const [byRest, byLive] = [median(found.rest), median(found.live)]
  console.log(
    `list of 24: REST ${byRest.toFixed(0)} µs of CPU, /live ${byLive.toFixed(0)} µs, ${(byLive / byRest).toFixed(2)} times`,
  )
} finally {
  await rig.close()
  await removeFolder(rig.folder)
}
