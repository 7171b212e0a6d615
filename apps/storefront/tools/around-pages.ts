/** Which modules every page has around it: what `root.tsx` brings along, file by file. */
import { join } from 'node:path'

export type Graph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

const ROOT = join(import.meta.dirname, '../app/root.tsx')
const ALL_OF_UI = join(import.meta.dirname, '../../../packages/ui/src/index.ts') // names all, uses none

export function aroundPages(graph: Graph): Set<string> {
  const found = new Set([ROOT])
  for (const id of found)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? [])
      if (imported !== ALL_OF_UI) found.add(imported)
  return found
}
