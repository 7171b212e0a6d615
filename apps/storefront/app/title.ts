/** How a page is titled: as the shop's template for its kind has it, else as the pages like. */
import type { PageKind } from './store.ts'

type Titled = {
  title: string
  shop: string
  kind: PageKind | undefined
  titles: { kind: PageKind; title: string }[]
}

export function titleOf(
  { title, shop, kind, titles }: Titled,
  usual: (title: string, shop: string) => string,
): string {
  const template = titles.find((each) => each.kind === kind)?.title
  if (template === undefined) return usual(title, shop)
  return template.replaceAll(/\{(title|shop)\}/g, (_, name) => (name === 'title' ? title : shop))
}
