/** What invented people say of the demo shop's things, before any module has seen it. */
export type Opinion = {
  stars: number
  title: string
  text: string
  /** The shop's answer. */
  reply?: string
}

/** What somebody wants to know, and what the shop says to it; null: nobody has answered yet. */
export type DemoQuestion = { text: string; answer: string | null }

/** In one language: of anything, and by heading. */
export type Opinions = {
  names: string[]
  anything: Opinion[]
  /** By the heading that `headingFor` finds. */
  under: Record<string, Opinion[]>
  /** By heading, too. */
  questions: Record<string, DemoQuestion[]>
  /** Who answers for the shop. */
  staff: string
}
