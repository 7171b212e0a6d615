/** Which languages a caller asks for by `Accept-Language`, most wanted first. */
const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/
const MAX_TAGS = 5
const MAX_KEPT = 500
const kept = new Map<string, string | undefined>()

/** `en;q=0.8,de-AT` becomes `de-AT,en`: most wanted first. Browsers send few different lines, so they are kept. */
export function preferredLocales(header: string | undefined): string | undefined {
  if (header === undefined || header.length > 200) return undefined
  if (kept.has(header)) return kept.get(header)
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.split(';').map((text) => text.trim())
      const quality = rest.find((text) => text.startsWith('q='))
      return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) }
    })
    .filter(({ tag, quality }) => TAG.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .slice(0, MAX_TAGS)
  const tags = wanted.map(({ tag }) => tag).join(',') || undefined
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(header, tags)
  return tags
}
