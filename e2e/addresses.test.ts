/** Old addresses of things and shelves: links from outside, kept in mails and search engines, go on working. */
import { expect, storeOfThisFile, test } from './journey.ts'

const store = storeOfThisFile({ browser: false })

type Text = { locale: string; slug: string }
type Made = { id: string; texts: Text[] }

const at = (path: string) => fetch(store().url + path, { redirect: 'manual' })
const owner = async <Body>(method: string, path: string, body?: unknown) => {
  const answer = await store().call<Body>(method, `/v1/admin${path}`, { as: 'owner', body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}
const rename = (path: string, slug: string) =>
  owner('PATCH', path, { texts: [{ locale: 'en', slug, name: slug }] })

/** Follows like a browser, and counts. */
async function follow(path: string): Promise<{ path: string; steps: number; status: number }> {
  for (let steps = 0; steps < 10; steps++) {
    const answer = await at(path)
    const next = answer.headers.get('location')
    if (next === null) return { path, steps, status: answer.status }
    expect(answer.status).toBe(301)
    path = next
  }
  throw new Error(`${path} leads in a circle.`)
}

test('a product that moved is found at each address it had, in one step and with what was asked of it', async () => {
  const { items } = await owner<{ items: { id: string; slug: string }[] }>('GET', '/products?limit=1')
  const { id, slug } = items[0]!
  for (const next of ['moved-once', 'moved-twice', 'grüne-tasse']) await rename(`/products/${id}`, next)
  const now = `/p/${encodeURIComponent('grüne-tasse')}`
  for (const old of [slug, 'moved-once', 'moved-twice', 'Grüne-Tasse'])
    expect(await follow(`/p/${encodeURIComponent(old)}?variant=x&utm_source=mail`)).toEqual({
      path: `${now}?variant=x&utm_source=mail`,
      steps: 1,
      status: 200,
    })
  await rename(`/products/${id}`, slug)
  for (const old of ['moved-once', 'moved-twice', 'grüne-tasse', slug])
    expect(await follow(`/p/${encodeURIComponent(old)}`)).toEqual({
      path: `/p/${slug}`,
      steps: old === slug ? 0 : 1,
      status: 200,
    })
})

test('so is a shelf, also after it went to another place in the tree', async () => {
  const { items } = await owner<{ items: Made[] }>('GET', '/categories')
  const [shelf, other] = items.filter(({ texts }) => texts[0]!.slug !== undefined)
  const slug = shelf!.texts.find(({ locale }) => locale === 'en')!.slug
  for (const next of ['shelf-once', 'shelf-twice']) await rename(`/categories/${shelf!.id}`, next)
  await owner('PATCH', `/categories/${shelf!.id}`, { parentId: other!.id })
  for (const old of [slug, 'shelf-once'])
    expect(await follow(`/c/${old}?sort=price`)).toEqual({
      path: '/c/shelf-twice?sort=price',
      steps: 1,
      status: 200,
    })
  const page = await (await at('/c/shelf-twice')).text()
  const above = other!.texts.find(({ locale }) => locale === 'en')!.slug
  expect(page).toContain(`href="/c/${above}"`)
  await owner('PATCH', `/categories/${shelf!.id}`, { parentId: null })
  await rename(`/categories/${shelf!.id}`, slug)
  expect(await follow('/c/shelf-twice')).toEqual({ path: `/c/${slug}`, steps: 1, status: 200 })
  expect((await at('/c/never-there')).status).toBe(404)
})
