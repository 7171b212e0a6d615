/** One case, asked by one shopper, one request after the other. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { must } from '../cases.ts'
import { cpuOfCluster } from '../cpu.ts'
import { openConnection, requestOf } from '../load.ts'
import type { Grown } from './asked.ts'

const WARM = 40
const ROUNDS = 200

/** Milliseconds of one request. */
export interface Times {
  median: number
  p95: number
  /** Of this process and PostgreSQL. */
  cpu: number
}

export async function timed(
  http: FastifyInstance,
  { path, says }: Grown,
  postmaster: number,
): Promise<Times> {
  const connection = await openConnection((http.server.address() as AddressInfo).port)
  const ask = async (n: number) => {
    const began = performance.now()
    must(await connection.send(requestOf({ method: 'GET', path: path(n) })), 200, says)
    return performance.now() - began
  }
  for (let n = 0; n < WARM; n++) await ask(n)
  const before = cpu(postmaster)
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n++) times.push(await ask(n))
  const used = cpu(postmaster) - before
  connection.close()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(ROUNDS * share)]!
  return { median: at(0.5), p95: at(0.95), cpu: used / ROUNDS }
}

function cpu(postmaster: number): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + cpuOfCluster(postmaster, new Set())
}
