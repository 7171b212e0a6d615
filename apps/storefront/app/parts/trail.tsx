/** The way back up, for readers and for search engines alike. */
import { Breadcrumb } from '@quayside/ui'
import { breadcrumbData } from '../structured-data.ts'
import { StructuredData } from './structured-data.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

export function Trail({ crumbs }: { crumbs: { label: string; href?: string }[] }) {
  const words = useWords()
  const frame = useFrame()
  return (
    <>
      <Breadcrumb label={words.shell.breadcrumb} crumbs={crumbs} />
      <StructuredData of={import.meta.env.SSR ? breadcrumbData(crumbs, frame) : null} />
    </>
  )
}
