/** What is chosen into a bundle, as its form says it: `one <group>` for one of several, `pieces <group> <variant>` for so many of each. */
import { wholeNumber } from './form.ts'

export type BundleChoice = { groupId: string; variantId: string; quantity: number }

export const nameOfOne = (groupId: string) => `one ${groupId}`
export const nameOfPieces = (groupId: string, variantId: string) => `pieces ${groupId} ${variantId}`

export function choicesIn(form: FormData): BundleChoice[] {
  return [...form].flatMap(([name, value]) => {
    const [how, groupId = '', variantId = ''] = name.split(' ')
    if (how === 'one' && value) return [{ groupId, variantId: String(value), quantity: 1 }]
    const quantity = how === 'pieces' ? (wholeNumber(String(value)) ?? 0) : 0
    return quantity > 0 ? [{ groupId, variantId, quantity }] : []
  })
}
