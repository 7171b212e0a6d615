/** What was chosen of a product, in one line: Sea, Large. */
import type { OptionChoice } from '../store.ts'

export function Choices({ of: choices }: { of: OptionChoice[] }) {
  if (choices.length === 0) return null
  return <p className="text-sm text-quiet">{choices.map((choice) => choice.valueName).join(', ')}</p>
}
