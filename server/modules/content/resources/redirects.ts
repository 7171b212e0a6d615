/** Redirects in bulk, known by the address that leads on. */
import { sql } from 'kysely'
import { isFailure } from '#kit/failure.ts'
import { faultAt, type Fault, type Resource, type Row } from '#kit/resource.ts'
import { Flag, Int, Type } from '#kit/types.ts'
import { FromPath, LedOn, foldPath, lockRedirects, putRedirects, rowsOf } from '../redirects/redirect.ts'

/** On a page of an export. */
const PAGE = 1000

const COLUMNS = sql.raw('from_path as "from", target as "to", status, elsewhere')
const givenBy = ({ from, to, status, elsewhere }: Row) => ({
  from: String(from),
  to: String(to),
  status: Number(status ?? 301),
  elsewhere: elsewhere === true,
})

export const redirects: Resource = {
  name: 'redirects',
  summary: 'Old addresses, and where they lead',
  permissions: { read: 'content.read', write: 'content.write' },
  key: ['from'],
  narrow: Type.Object({}, { additionalProperties: false }),
  columns: () =>
    Promise.resolve([
      { name: 'from', shape: FromPath, required: true, normal: foldPath },
      { name: 'to', shape: LedOn.properties.to, required: true },
      { name: 'status', shape: Int(301, 302), initial: 301 },
      { name: 'elsewhere', shape: Flag, initial: false },
    ]),
  async page(ctx, after) {
    const { rows } = await sql<Row>`select ${COLUMNS} from content.redirect
      where store_id = ${ctx.storeId} and from_path > ${after ?? ''} order by from_path limit ${PAGE}`.execute(
      ctx.db,
    )
    return { rows, next: rows.length === PAGE ? String(rows.at(-1)!['from']) : null }
  },
  async find(ctx, rows) {
    const { rows: found } = await sql<Row>`select ${COLUMNS} from content.redirect
      where store_id = ${ctx.storeId} and from_path = any(${rows.map(({ from }) => String(from))})`.execute(
      ctx.db,
    )
    return found
  },
  check: (_, items) =>
    Promise.resolve(
      items.flatMap((item): Fault[] => {
        try {
          rowsOf([givenBy(item.row)], () => '')
          return []
        } catch (error) {
          const fault = isFailure(error) ? error.errors[0] : undefined
          if (!fault) throw error
          return [faultAt(item, fault.path, fault.code, fault.message)]
        }
      }),
    ),
  async write(ctx, items) {
    await lockRedirects(ctx)
    await putRedirects(
      ctx,
      rowsOf(
        items.map(({ row }) => givenBy(row)),
        () => '',
      ),
    )
  },
}
