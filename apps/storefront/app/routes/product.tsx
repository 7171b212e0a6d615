/** A product: its pictures, the choice of variant, and the way into the cart. */
import { Container, Disclosure, useLocale } from '@quayside/ui'
import { redirect } from 'react-router'
import { readSlot } from '../blocks/slot.ts'
import { choicesIn } from '../bundle-choices.ts'
import { openCart } from '../cart.ts'
import { pageContext } from '../context.ts'
import { refuse, text, wholeNumber } from '../form.ts'
import { movedTo } from '../moved.ts'
import { KeepViewed } from '../offline/keep.tsx'
import { BuyBox } from '../parts/buy-box.tsx'
import { Gallery } from '../parts/gallery.tsx'
import { Head } from '../parts/head.tsx'
import { later } from '../parts/later.tsx'
import { Heart } from '../parts/heart.tsx'
import { NoteViewed } from '../parts/note-viewed.tsx'
import type { InLanguages } from '../parts/use-address-in.ts'
import { Slot } from '../parts/slot.tsx'
import { StructuredData } from '../parts/structured-data.tsx'
import { Trail } from '../parts/trail.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { forEverybody } from '../protected.ts'
import { readQuestions } from '../questions.ts'
import { readReviews } from '../reviews.ts'
import { productData } from '../structured-data.ts'
import { chooseVariant, isSku, picturesFor } from '../variants.ts'
import { readViewed } from '../viewed.ts'
import type { Route } from './+types/product.ts'

const ProductFacts = later(() => import('../parts/product-facts.tsx').then((file) => file.ProductFacts))
const Reviews = later(() => import('../parts/reviews.tsx').then((file) => file.Reviews))
const Questions = later(() => import('../parts/questions.tsx').then((file) => file.Questions))
const Beside = later(() => import('../parts/beside.tsx').then((file) => file.Beside))
const RecentlyViewed = later(() => import('../parts/recently-viewed.tsx').then((file) => file.RecentlyViewed))

export const middleware = [forEverybody]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { searchParams } = new URL(request.url)
  const sku = searchParams.get('variant')
  const [product, related] = await Promise.all([
    found(page, page.store.browse.product({ slug: params.slug, ...(isSku(sku) ? { variant: sku } : {}) })),
    settle(page, page.store.browse.related({ slug: params.slug })),
  ])
  if (product.slug !== params.slug) throw movedTo(paths.product(product.slug), request)
  const variant = chooseVariant(product, sku)
  const [viewed, below, bundle, delivery, reviews, questions] = await Promise.all([
    readViewed(page, product.id),
    readSlot(page, 'product.below'),
    product.isBundle && variant ? settle(page, page.store.browse.bundle({ variantId: variant.id })) : null,
    variant ? settle(page, page.store.delivery.estimate({ variantId: variant.id })) : null,
    readReviews(page, product.id, searchParams),
    readQuestions(page, product.id, searchParams),
  ])
  return {
    product,
    variant,
    // One of its variants may be none.
    bundle: bundle?.value ?? null,
    delivery: delivery?.value ?? null,
    added: searchParams.has('added'),
    related: related.value?.items ?? [],
    viewed,
    below,
    reviews,
    questions,
    origin: page.origin,
    base: page.base,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const quantity = wholeNumber(text(form, 'quantity')) ?? 1
  const variantId = text(form, 'variantId')
  const { problem } = await settle(
    page,
    openCart(page).then(({ id: cartId }) =>
      form.has('bundle')
        ? page.store.cart.addBundle({ cartId, variantId, quantity, choices: choicesIn(form) })
        : page.store.cart.addItem({ cartId, variantId, quantity }),
    ),
  )
  if (problem) return refuse(problem, form)
  return redirect(paths.product(params.slug, { variant: text(form, 'sku'), added: 'yes' }), 303)
}

/** After a refusal too: there may be less in stock than the page says. */
export const shouldRevalidate = () => true

export const handle: InLanguages<typeof loader> = {
  path: ({ product }, slugOf) => paths.product(slugOf(product)),
}

export default function ProductPage({ loaderData, actionData }: Route.ComponentProps) {
  const {
    product,
    variant,
    bundle,
    delivery,
    added,
    related,
    viewed,
    below,
    reviews,
    questions,
    origin,
    base,
  } = loaderData
  const words = useWords()
  const { returnDays } = useFrame()
  const home = product.categories[0]
  const { tag } = useLocale()
  const pictures = picturesFor(product, variant)
  return (
    <Container className="pt-4 pb-20">
      <Head
        title={product.name}
        description={product.subtitle ?? product.description.slice(0, 155)}
        kind="product"
        at={(slug) => paths.product(slug)}
        named={product}
        own={product}
        picture={pictures[0]}
        card={paths.socialCard(tag, product)}
      />
      <Trail
        crumbs={[
          { label: words.shell.allProducts, href: paths.products() },
          ...(home ? [{ label: home.name, href: paths.category(home.slug) }] : []),
          { label: product.name },
        ]}
      />
      <div className="mt-4 grid gap-x-12 gap-y-6 md:grid-cols-[7fr_6fr] lg:grid-cols-[7fr_5fr]">
        <div className="relative min-w-0">
          <Gallery
            key={pictures[0]?.url}
            pictures={pictures}
            films={product.films}
            label={words.product.pictures}
          />
          <Heart productId={product.id} name={product.name} className="absolute end-3 top-3 z-10" />
        </div>
        <div>
          {/* Only where all of it is in sight at once: what sticks and is longer cannot be scrolled to. */}
          <div className="top-6 md:[@media(min-height:64rem)]:sticky">
            <BuyBox
              product={product}
              variant={variant}
              bundle={bundle}
              delivery={delivery}
              added={added && !actionData}
              problem={actionData?.problem ?? null}
            />
            <div className="mt-8 border-t border-line">
              <Disclosure title={words.product.about} open>
                {product.description.split('\n\n').map((paragraph) => (
                  <p key={paragraph} className="mb-3 max-w-prose last:mb-0">
                    {paragraph}
                  </p>
                ))}
              </Disclosure>
              <Disclosure title={words.product.facts}>
                <ProductFacts of={product} sku={variant?.sku} />
              </Disclosure>
            </div>
          </div>
        </div>
      </div>
      <Reviews product={product} reviews={reviews} />
      <Questions slug={product.slug} questions={questions} />
      {related.length > 0 && <Beside items={related} />}
      <Slot of={below} />
      {viewed.length > 0 && (
        <RecentlyViewed products={viewed} className="mt-16 border-t border-line pt-10 lg:mt-24" />
      )}
      <KeepViewed products={viewed} />
      <NoteViewed productId={product.id} />
      <StructuredData
        of={
          import.meta.env.SSR
            ? productData(product, { origin, base, reviews: reviews.items, returnDays, delivery })
            : null
        }
      />
    </Container>
  )
}
