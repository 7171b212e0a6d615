/** Name, price, choice of variant, stock, and the button. */
import { Button, formatMoney, Icon, LinkButton, Notice, Price, Select, useLocale } from '@quayside/ui'
import { useRef } from 'react'
import { useNavigation } from 'react-router'
import { paths } from '../paths.ts'
import type { StoreProblem } from '../problem.ts'
import { choicesOf, isAnyQuantity } from '../quantities.ts'
import type { DeliveryEstimate, Product, ProductBundle, Variant } from '../store.ts'
import { canBeBought } from '../variants.ts'
import { BuyBar } from './buy-bar.tsx'
import { DeliveryLines } from './delivery-line.tsx'
import { Form } from './form.tsx'
import { later } from './later.tsx'
import { LowestPrice } from './lowest-price.tsx'
import { MeasurePrice } from './measure-price.tsx'
import { OptionChoice } from './option-choice.tsx'
import { RatingLink } from './rating-link.tsx'
import { StockNote } from './stock-note.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

/** Few products have them, and few forms are refused. */
const BundleContents = later(() => import('./bundle-contents.tsx').then((file) => file.BundleContents))
const Tiers = later(() => import('./tiers.tsx').then((file) => file.Tiers))
const ProblemOf = later(() => import('./problem-of.tsx').then((file) => file.ProblemOf))

const FORM = 'buy'
const CHOICES = 10 // quantities offered in the list; more can be typed in the cart

type Props = {
  product: Product
  variant: Variant | null
  /** Null: it is none. */
  bundle?: ProductBundle | null
  /** How it would come; null: that could not be told. */
  delivery?: { country: string; items: DeliveryEstimate[] } | null
  added: boolean
  problem: StoreProblem | null
}

export function BuyBox({ product, variant, bundle = null, delivery = null, added, problem }: Props) {
  const words = useWords()
  const { tag } = useLocale()
  const { returnDays, pricesIncludeTax } = useFrame()
  const navigation = useNavigation()
  const button = useRef<HTMLDivElement>(null)
  const adding = navigation.formMethod === 'POST'
  const canBuy = variant !== null && canBeBought(variant)
  const quantities = canBuy ? choicesOf(variant.quantityRule, variant.available, CHOICES) : []
  return (
    <>
      <h1 className="text-title font-semibold">
        <bdi>{product.name}</bdi>
      </h1>
      {product.subtitle && <p className="mt-1.5 text-lg text-quiet">{product.subtitle}</p>}
      {product.rating && <RatingLink slug={product.slug} rating={product.rating} />}
      <p className="mt-4 text-xl font-medium">
        <Price
          of={variant?.price ?? product.price}
          was={variant?.compareAt ? { price: variant.compareAt, label: words.list.was } : undefined}
        />
      </p>
      <p className="text-sm text-quiet">
        <MeasurePrice of={variant?.measurePrice ?? null} className="block" />
        {variant?.deposits.map(({ name, count, total }) => (
          <span key={name} className="block">
            {words.deposit.plus(formatMoney(total, tag), count, name)}
          </span>
        ))}
        {variant?.lowestIn30Days && <LowestPrice of={variant.lowestIn30Days} className="block" />}
        {pricesIncludeTax ? words.product.includesTax : words.market.priceWithoutTax}
      </p>
      {variant && variant.tiers.length > 0 && <Tiers of={variant.tiers} />}

      {variant && product.options.length > 0 && (
        <div className="mt-6 space-y-5">
          {product.options.map((option) => (
            <OptionChoice key={option.key} product={product} variant={variant} option={option} />
          ))}
        </div>
      )}

      <div className="mt-6">
        {added && (
          <Notice
            tone="good"
            title={words.product.added(product.name)}
            className="mb-4"
            action={
              <div className="flex gap-2">
                <LinkButton href={paths.cart()} look="secondary" size="small">
                  {words.product.toCart}
                </LinkButton>
              </div>
            }
          />
        )}
        {problem && <ProblemOf problem={problem} className="mb-4" />}
        <StockNote variant={variant} />
        {variant && !isAnyQuantity(variant.quantityRule) && (
          <p className="mt-1 text-sm text-quiet">{words.product.limits(variant.quantityRule)}</p>
        )}
        <Form id={FORM} method="post" preventScrollReset className="mt-4">
          <input type="hidden" name="variantId" value={variant?.id ?? ''} />
          <input type="hidden" name="sku" value={variant?.sku ?? ''} />
          {bundle && <input type="hidden" name="bundle" value="yes" />}
          {bundle && <BundleContents bundle={bundle} />}
          <div ref={button} className="flex gap-3">
            {quantities.length === 1 && <input type="hidden" name="quantity" value={quantities[0]} />}
            {quantities.length > 1 && (
              <Select
                name="quantity"
                aria-label={words.product.quantity}
                className="w-20 shrink-0 [&>select]:min-h-13"
              >
                {quantities.map((quantity) => (
                  <option key={quantity} value={quantity}>
                    {quantity}
                  </option>
                ))}
              </Select>
            )}
            <Button size="large" wide busy={adding} disabled={!canBuy}>
              {!canBuy ? words.product.cannotAdd : adding ? words.product.adding : words.product.add}
            </Button>
          </div>
        </Form>
        <ul className="mt-5 space-y-2 text-sm text-quiet">
          {delivery && canBuy && <DeliveryLines estimates={delivery.items} country={delivery.country} />}
          {returnDays !== null && (
            <li className="flex gap-2.5">
              <Icon name="back" className="turns size-5 shrink-0" />
              {words.product.returns(returnDays)}
            </li>
          )}
          <li className="flex gap-2.5">
            <Icon name="person" className="size-5 shrink-0" />
            {words.product.guest}
          </li>
          <li className="flex gap-2.5">
            <Icon name="clock" className="size-5 shrink-0" />
            {words.product.held}
          </li>
        </ul>
        {canBuy && <BuyBar product={product} variant={variant} form={FORM} busy={adding} beyond={button} />}
      </div>
    </>
  )
}
