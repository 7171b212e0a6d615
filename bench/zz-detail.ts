export default async function (c: any) {
  const s = (
    await c.query(
      'select s.id as store, l.id as list from settings.store s join pricing.list l on l.store_id = s.id',
    )
  ).rows[0]
  const { productDetail } = await import('./bare/product.ts')
  let text = ''
  await productDetail(
    {
      pool: {
        query: async (q: any) => {
          text = q.text
          return { rows: [] }
        },
      },
      storeId: s.store,
      listId: s.list,
    } as any,
    'x',
  ).catch(() => {})
  const { timeAll } = await import('./zz-lib.ts')
  await timeAll(c, { detail: text }, [s.store, s.list, 'throws-no-4'], 'detail')
}
