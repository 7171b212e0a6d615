import { readFileSync } from 'node:fs'
export default async function (c: any, [which]: string[]) {
  const s = (
    await c.query(
      'select s.id as store, l.id as list from settings.store s join pricing.list l on l.store_id = s.id',
    )
  ).rows[0]
  let text = '',
    values: unknown[] = []
  if (which === 'bare') {
    const src = (await import('./bare/products.ts')) as any
    await src
      .productList(
        {
          pool: {
            query: async (q: any) => {
              text = q.text
              values = q.values
              return { rows: [] }
            },
          },
          storeId: s.store,
          listId: s.list,
        },
        { limit: '24' },
      )
      .catch(() => {})
  } else {
    const src = (await import('../server/modules/browse/products.ts')) as any
    const { snapshot } = {} as any
    const ctx = {
      storeId: s.store,
      scope: { currency: 'EUR', locale: 'en' },
      app: {
        pool: {
          db: null,
          query: async (t: string, v: unknown[]) => {
            text = t
            values = v
            return [{ items: '[]', found: 0, total: null }]
          },
        },
        snapshots: { read: async () => ({ store: { locale: 'en' }, locales: [] }) },
      },
    }
    const p = (await import('../server/modules/pricing/write.ts')) as any
    ;(ctx.app.pool as any).db = {
      getExecutor: () => ({
        provideConnection: async () => {},
        executeQuery: async () => ({ rows: [{ id: s.list }] }),
        transformQuery: (n: any) => n,
        compileQuery: (n: any) => ({ sql: '', parameters: [], query: n }),
        adapter: {},
      }),
    }
    try {
      await src.products.json({ limit: 24 }, ctx)
    } catch (e) {
      console.log('E', (e as Error).message)
    }
    if (values.length) values = [s.store, 'EUR', ['en'], s.list, 24, 0]
  }
  await c.query('set track_io_timing=off')
  await c.query({ name: 'x', text, values })
  for (let i = 0; i < 8; i++) await c.query({ name: 'x', text, values })
  const t = performance.now()
  const N = 50
  for (let i = 0; i < N; i++) await c.query({ name: 'x', text, values })
  console.log(which, 'ms per query', (performance.now() - t) / N)
  const plan = await c.query('explain (analyze, buffers off, timing on, costs off) ' + text, values)
  console.log(plan.rows.map((r: any) => r['QUERY PLAN']).join('\n'))
}
