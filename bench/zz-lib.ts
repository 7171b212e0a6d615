import { readFileSync } from 'node:fs'
export async function timeAll(c: any, V: Record<string, string>, values: unknown[], explain?: string) {
  const pid = (await c.query('select pg_backend_pid() as p')).rows[0].p
  const cpu = () => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  for (const [name, q] of Object.entries(V)) {
    const used = new Set([...q.matchAll(/\$(\d+)/g)].map((m) => Number(m[1])))
    const vals = values.slice(0, Math.max(0, ...used))
    try {
      for (let i = 0; i < 12; i++) await c.query({ name, text: q, values: vals })
    } catch (e) {
      console.log(name, (e as Error).message)
      continue
    }
    const runs: number[] = []
    for (let r = 0; r < 15; r++) {
      const a = cpu()
      for (let i = 0; i < 20; i++) await c.query({ name, text: q, values: vals })
      runs.push((cpu() - a) / 20)
    }
    runs.sort((x, y) => x - y)
    const mine: number[] = []
    for (let r = 0; r < 5; r++) {
      const me = process.cpuUsage()
      for (let i = 0; i < 20; i++) await c.query({ name, text: q, values: vals })
      const m = process.cpuUsage(me)
      mine.push((m.user + m.system) / 20000)
    }
    mine.sort((x, y) => x - y)
    console.log(
      name.padEnd(10),
      'pg min',
      runs[0]!.toFixed(3),
      'med',
      runs[7]!.toFixed(3),
      'client',
      mine[2]!.toFixed(3),
    )
    if (explain === name) {
      const plan = await c.query('explain (analyze, costs off) ' + q, vals)
      console.log(plan.rows.map((r: any) => r['QUERY PLAN']).join('\n'))
    }
  }
}
