/** Fetches the pictures that rows name by addresses elsewhere, a few at a time. What was fetched stays, also when the import is killed. */
import { NotFetched } from '#kit/public-address.ts'
import { isFailure } from '#kit/failure.ts'
import { faultAt, type Fault, type Fetching, type Row } from '#kit/resource.ts'
import { fetchPicture, isElsewhere } from '../../media/index.ts'
import { productsAt, said } from './handles.ts'

/** Each may have 20 MB in memory. */
const AT_ONCE = 3

export async function fetchPictures(
  { app, call, signal }: Fetching,
  rows: { line: number; row: Row }[],
): Promise<Fault[]> {
  const handles = said(
    rows.map(({ row }) => row),
    'product',
  )
  const products = await app.inTransaction(call, (ctx) => productsAt(ctx, handles))
  const wanted = rows.filter(
    ({ row }) => products.has(String(row['product'])) && isElsewhere(app, String(row['picture'])),
  )
  const waiting = [...Map.groupBy(wanted, ({ row }) => String(row['picture']))]
  const faults: Fault[] = []
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [address, named] = next
      const why = await fetchPicture(app, call, address, signal).then(() => null, wordsFor)
      if (why) faults.push(...named.map((row) => faultAt(row, 'picture', ...why)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return faults
}

/** What is wrong with the store, and not with the picture, is thrown on. */
function wordsFor(error: unknown): [code: string, message: string] {
  if (error instanceof NotFetched) return ['not_fetched', error.message]
  if (isFailure(error) && error.status < 429) return [error.code, error.message]
  throw error
}
