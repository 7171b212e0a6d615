/** A product before it is in the shop, for who was given the link. It tells all that its page will, and sells nothing. */
import { Container, Disclosure, Notice, Price } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { Gallery } from '../parts/gallery.tsx'
import { Head } from '../parts/head.tsx'
import { ProductFacts } from '../parts/product-facts.tsx'
import { useWords } from '../parts/use-words.ts'
import { found } from '../problem.ts'
import type { Route } from './+types/preview.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  return { product: await found(page, page.store.browse.preview({ token: params.token })) }
}

export default function PreviewPage({ loaderData: { product } }: Route.ComponentProps) {
  const words = useWords().product
  const options = product.options.map(({ name, values }) => ({
    name,
    value: values.map((value) => value.name).join(', '),
  }))
  return (
    <Container className="pt-6 pb-20">
      <Head title={product.name} hidden />
      <Notice tone="accent" title={words.preview}>
        {words.previewText}
      </Notice>
      <div className="mt-6 grid gap-x-12 gap-y-6 md:grid-cols-[7fr_6fr] lg:grid-cols-[7fr_5fr]">
        <Gallery pictures={product.pictures} label={words.pictures} />
        <div>
          <h1 className="text-title font-semibold">{product.name}</h1>
          {product.subtitle && <p className="mt-1.5 text-lg text-quiet">{product.subtitle}</p>}
          <p className="mt-4 text-xl font-medium">
            <Price of={product.price} />
          </p>
          <p className="text-sm text-quiet">{words.includesTax}</p>
          <div className="mt-8 border-t border-line">
            {product.description !== '' && (
              <Disclosure title={words.about} open>
                {product.description.split('\n\n').map((paragraph) => (
                  <p key={paragraph} className="mb-3 max-w-prose last:mb-0">
                    {paragraph}
                  </p>
                ))}
              </Disclosure>
            )}
            <Disclosure title={words.facts} open>
              <ProductFacts of={product} first={options} sku={product.variants[0]?.sku} />
            </Disclosure>
          </div>
        </div>
      </div>
    </Container>
  )
}
