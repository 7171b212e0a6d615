/** The values of one option of a product: links where there are few, a list to choose from where there are many. */
import { Button, OptionRow, SelectField } from '@quayside/ui'
import { useSubmit } from 'react-router'
import { paths } from '../paths.ts'
import type { Product, Variant } from '../store.ts'
import { canBeBought, waysFrom, type Way } from '../variants.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

/** More would push the button to buy out of sight. */
const MOST_LINKS = 16

type Props = {
  product: Product
  variant: Variant
  option: Product['options'][number]
  /** Where it is not the page that changes. */
  onChoose?: (sku: string) => void
}

export function OptionChoice({ product, variant, option, onChoose }: Props) {
  const words = useWords().product
  const ways = waysFrom(product, variant, option.key)
  if (ways.length > MOST_LINKS) return <ManyValues name={option.name} ways={ways} onChoose={onChoose} />
  return (
    <OptionRow
      name={option.name}
      unavailable={words.unavailable}
      choices={ways.map((way) => ({
        label: way.name,
        swatch: way.swatch,
        chosen: way.chosen,
        available: isOpen(way),
        href: paths.product(product.slug, { variant: way.variant?.sku ?? null }),
        ...(onChoose && { onChoose: () => onChoose(way.variant?.sku ?? '') }),
      }))}
    />
  )
}

/** With script a choice is enough; without, a button follows it. */
function ManyValues({ name, ways, onChoose }: { name: string; ways: Way[]; onChoose: Props['onChoose'] }) {
  const words = useWords()
  const submit = useSubmit()
  const chosen = ways.find((way) => way.chosen)?.variant?.sku
  return (
    <Form className="flex items-end gap-2" preventScrollReset>
      <SelectField
        key={chosen}
        label={name}
        name="variant"
        defaultValue={chosen}
        className="grow"
        onChange={({ currentTarget: { form, value } }) =>
          onChoose ? onChoose(value) : void submit(form, { preventScrollReset: true })
        }
      >
        {ways.map((way) => (
          <option key={way.key} value={way.variant?.sku}>
            {isOpen(way) ? way.name : `${way.name} (${words.product.unavailable})`}
          </option>
        ))}
      </SelectField>
      <span className="hidden noscript:block">
        <Button look="secondary">{words.list.apply}</Button>
      </span>
    </Form>
  )
}

const isOpen = ({ variant }: Way) => variant !== null && canBeBought(variant)
