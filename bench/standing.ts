/** What the store takes before anybody asks anything of it: memory when idle, and the time to its first answer. */
import { setTimeout as sleep } from 'node:timers/promises'
import { memoryOfTree, type Memory } from './cpu.ts'
import { median } from './measure.ts'
import { freePort, startProcess, storeEnv, type Rig } from './rig.ts'

export interface StandingMemory {
  store: Memory
  postgres: Memory
}

export function memoryOf(rig: Rig): StandingMemory {
  return { store: memoryOfTree(rig.store.pid), postgres: memoryOfTree(rig.postmaster) }
}

export interface ColdStart {
  medianMs: number
  allMs: number[]
}

/**
 * From `node server/main.ts` to the first 200 of /readyz, on data that is there, with PostgreSQL not
 * running yet. The rig must be closed: the store runs its cluster itself here.
 */
export async function coldStart(folder: string, times: number): Promise<ColdStart> {
  const allMs: number[] = []
  for (let time = 0; time < times; time++) {
    const port = await freePort()
    const began = performance.now()
    const store = await startProcess({
      script: 'server/main.ts',
      flags: ['--enable-source-maps'],
      folder,
      env: storeEnv(folder, port),
      ready: `http://127.0.0.1:${port}/readyz`,
    })
    allMs.push(Math.round(performance.now() - began))
    await sleep(200) // let it finish what it does after the first answer
    await store.stop()
  }
  return { medianMs: median(allMs), allMs }
}
