/** What a buyer chooses into a bundle: weighed against what it offers. No database here. */
import { invalid } from '#kit/failure.ts'
import { Id, Int, List, shape, type Static } from '#kit/types.ts'
import { CHOSEN_TWICE, NO_SUCH_CHOICE, NOT_OFFERED, wrongCount } from './fault-words.ts'

const MOST_CHOICES = 200
const MOST_OF_A_CHOICE = 20

export const BundleChoice = shape('BundleChoice', {
  groupId: Id,
  variantId: Id,
  quantity: Int(1, MOST_OF_A_CHOICE),
})
export type BundleChoice = Static<typeof BundleChoice>
export const BundleChoices = List(BundleChoice, MOST_CHOICES)

export interface Offered {
  parts: Part[]
  groups: { id: string; minimum: number; maximum: number; variantIds: string[] }[]
}

export interface Part {
  variantId: string
  /** In one bundle. */
  quantity: number
}

/** The parts of one bundle, each variant once: those that are always in it first. */
export function partsChosen(offered: Offered, choices: readonly BundleChoice[]): Part[] {
  choices.forEach(({ groupId, variantId }, index) => {
    const group = offered.groups.find(({ id }) => id === groupId)
    if (!group) throw invalid(`choices.${index}.groupId`, 'unknown', NO_SUCH_CHOICE)
    if (!group.variantIds.includes(variantId))
      throw invalid(`choices.${index}.variantId`, 'unknown', NOT_OFFERED)
    if (choices.findIndex((each) => each.groupId === groupId && each.variantId === variantId) < index)
      throw invalid(`choices.${index}.variantId`, 'duplicate', CHOSEN_TWICE)
  })
  for (const { id, minimum, maximum } of offered.groups) {
    const pieces = sum(choices.filter(({ groupId }) => groupId === id))
    if (pieces < minimum) throw invalid('choices', 'too_few', wrongCount(minimum, maximum, pieces))
    if (pieces > maximum) throw invalid('choices', 'too_many', wrongCount(minimum, maximum, pieces))
  }
  const all = [...offered.parts, ...choices]
  return [...Map.groupBy(all, ({ variantId }) => variantId)].map(([variantId, same]) => ({
    variantId,
    quantity: sum(same),
  }))
}

/** Names the choice, so that the same one is known again. */
export function choiceKey(choices: readonly BundleChoice[]): string {
  return choices
    .map(({ groupId, variantId, quantity }) => `${groupId} ${variantId} ${quantity}`)
    .toSorted()
    .join(', ')
}

/** As `choiceKey` wrote it. */
export const choicesOf = (choice: string): BundleChoice[] =>
  choice === ''
    ? []
    : choice.split(', ').map((each) => {
        const [groupId = '', variantId = '', quantity = ''] = each.split(' ')
        return { groupId, variantId, quantity: Number(quantity) }
      })

function sum(parts: readonly { quantity: number }[]): number {
  return parts.reduce((total, { quantity }) => total + quantity, 0)
}
