/** Title, description and canonical address of a page; React lifts them into the document's head. */
import { pathBehind } from '../paths.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

type Props = {
  title: string
  description?: string | undefined
  canonical?: string
  hidden?: boolean
  picture?: string | undefined
}

export function Head({ title, description, canonical, hidden, picture }: Props) {
  const words = useWords()
  const { shop, origin, base } = useFrame()
  const whole = words.shell.title(title, shop)
  return (
    <>
      <title>{whole}</title>
      {description && <meta name="description" content={description} />}
      {hidden ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          {canonical && <link rel="canonical" href={origin + pathBehind(base, canonical)} />}
          <meta property="og:title" content={title} />
          <meta property="og:site_name" content={shop} />
          {description && <meta property="og:description" content={description} />}
          {picture && <meta property="og:image" content={new URL(picture, origin).href} />}
        </>
      )}
    </>
  )
}
