/** What the demo shop tells besides its goods, before its pictures and shelves have ids. */
import type { ContentBlock, ContentPicture, ContentTarget } from '../../modules/content/index.ts'
import type { DemoLocale, InAll } from './words.ts'

export interface DemoText {
  title: string
  summary: string
  slug: string
  /** By the signs of `said`. */
  body: string
}

export interface DemoPage {
  texts: InAll<DemoText>
  /** Of a picture; with what it shows. */
  cover?: { key: string; alts: Record<DemoLocale, string> }
  /** Below the text. */
  faq?: InAll<{ title: string; questions: [question: string, answer: string][] }>
}

export interface DemoPost extends DemoPage {
  author: string
  tags: string[]
  publishedAgoDays: number
}

/** How a home names what has an id by now. */
export interface Known {
  picture(key: string, alts: Record<DemoLocale, string>): ContentPicture
  category(slug: string): ContentTarget
  product(slug: string): string
  collection(slug: string): string
  story: ContentTarget
}
export type DemoHome = (known: Known) => ContentBlock[]
