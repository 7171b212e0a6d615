/** What is sold: prices, stars, options, cards. */
import {
  Badge,
  Grid,
  OptionRow,
  Picture,
  Price,
  ProductCard,
  ShareBar,
  Stars,
  Swatches,
  type PictureSource,
} from '@quayside/ui'
import { Specimen, Specimens } from './specimen.tsx'

const HERE = '/dev/kit'
const euros = (amount: number) => ({ amount, currency: 'EUR' })
const drawn: PictureSource = {
  url: '/favicon.svg',
  alt: 'The mark of the shop',
  width: 32,
  height: 32,
  focus: { xPermille: 500, yPermille: 300 },
  sources: [],
}

export function Goods() {
  return (
    <Specimens title="Sold">
      <Specimen of="Price: alone, reduced, in yen">
        <p className="grid gap-1">
          <Price of={euros(2400)} />
          <Price of={euros(1900)} was={{ price: euros(2400), label: 'was' }} />
          <Price of={{ amount: 2400, currency: 'JPY' }} />
        </p>
      </Specimen>
      <Specimen of="Stars: 4.33, 5, none">
        <p className="grid justify-items-start gap-2">
          <Stars hundredths={433} label="4.3 of 5" />
          <Stars hundredths={500} label="5 of 5" />
          <Stars hundredths={0} label="0 of 5" />
        </p>
      </Specimen>
      <Specimen of="ShareBar: a third, all">
        <div className="grid gap-2">
          <ShareBar part={1} whole={3} />
          <ShareBar part={3} whole={3} />
        </div>
      </Specimen>
      <Specimen of="OptionRow: chosen, free, sold out; with colours">
        <OptionRow
          name="Colour"
          unavailable="sold out"
          choices={[
            { label: 'Clay', href: HERE, chosen: true, available: true, swatch: '#c96f4a' },
            { label: 'Sea', href: HERE, chosen: false, available: true, swatch: '#5b7f95' },
            { label: 'Soot', href: HERE, chosen: false, available: false, swatch: '#333' },
          ]}
        />
      </Specimen>
      <Specimen of="Picture: around its focus; without one">
        <div className="flex gap-3">
          <Picture of={drawn} sizes="8rem" className="size-32 rounded-panel" />
          <Picture of={null} sizes="8rem" className="size-32 rounded-panel" />
        </div>
      </Specimen>
      <Specimen of="Grid of ProductCard: plain, reduced, found by a word, sold out" wide>
        <Grid label="Products">
          <ProductCard href={HERE} name="Tide mug" picture={null} price={euros(2400)} priceFrom="from" />
          <ProductCard
            href={HERE}
            name="Moon vase"
            picture={null}
            price={euros(5900)}
            was={{ price: euros(7900), label: 'was' }}
            note={<Swatches label="In two colours" colours={['#fff', '#333']} />}
          />
          <ProductCard
            href={HERE}
            name="Harbour lamp"
            pieces={[
              { text: 'Harbour ', hit: false },
              { text: 'lamp', hit: true },
            ]}
            picture={null}
            price={euros(12900)}
          />
          <ProductCard
            href={HERE}
            name="Donaudampfschifffahrtsgesellschaftskapitänsmützenständer"
            picture={null}
            price={euros(18900)}
            badge={<Badge>Sold out</Badge>}
          />
        </Grid>
      </Specimen>
    </Specimens>
  )
}
