/** Says of a line which bundle it is a part of. */
import { useWords } from './use-words.ts'

type Props = { line: { bundleId: string | null }; bundles: { id: string; name: string }[] }

export function PartOf({ line, bundles }: Props) {
  const words = useWords().bundle
  const bundle = bundles.find(({ id }) => id === line.bundleId)
  return bundle ? <p className="text-sm text-quiet">{words.partOf(bundle.name)}</p> : null
}
