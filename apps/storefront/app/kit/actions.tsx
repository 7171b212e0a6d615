/** What is pressed and followed. */
import {
  Breadcrumb,
  Button,
  HeaderTool,
  LinkButton,
  Pagination,
  TextLink,
  type ButtonLook,
  type ButtonSize,
} from '@quayside/ui'
import { Specimen, Specimens } from './specimen.tsx'

const looks: ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger']
const sizes: ButtonSize[] = ['small', 'medium', 'large']
const HERE = '/dev/kit'

export function Actions() {
  return (
    <Specimens title="Pressed and followed">
      {looks.map((look) => (
        <Specimen key={look} of={`Button look="${look}": at rest, busy, disabled; LinkButton`}>
          <div className="flex flex-wrap items-start gap-3">
            <Button type="button" look={look}>
              Press
            </Button>
            <Button type="button" look={look} busy>
              Busy
            </Button>
            <Button type="button" look={look} disabled>
              Not now
            </Button>
            <LinkButton href={HERE} look={look}>
              Follow
            </LinkButton>
          </div>
        </Specimen>
      ))}
      <Specimen of="Button size: small, medium, large">
        <div className="flex flex-wrap items-start gap-3">
          {sizes.map((size) => (
            <Button key={size} type="button" size={size}>
              {size}
            </Button>
          ))}
        </div>
      </Specimen>
      <Specimen of="Button wide, with a word too long for one line">
        <Button type="button" wide>
          Versandkostenbestätigung und Zahlungsbedingungen annehmen
        </Button>
      </Specimen>
      <Specimen of="TextLink">
        <p>
          Within text <TextLink href={HERE}>a link</TextLink> is underlined.
        </p>
      </Specimen>
      <Specimen of="HeaderTool: with a number, with more than it can tell">
        <div className="flex gap-3">
          <HeaderTool href={HERE} icon="person" label="Account" />
          <HeaderTool href={HERE} icon="bag" label="Cart, 3 things" count={3} />
          <HeaderTool href={HERE} icon="bag" label="Cart, 120 things" count={120} />
        </div>
      </Specimen>
      <Specimen of="Breadcrumb">
        <Breadcrumb
          label="The way back"
          crumbs={[
            { label: 'All products', href: HERE },
            { label: 'Ceramics', href: HERE },
            { label: 'Tide mug' },
          ]}
        />
      </Specimen>
      <Specimen of="Pagination: in the middle">
        <Pagination
          label="Pages"
          first={{ label: 'To the first', href: HERE }}
          next={{ label: 'More', href: HERE }}
        />
      </Specimen>
      <Specimen of="Pagination: the next page is being fetched">
        <Pagination label="Pages, busy" next={{ label: 'More', href: HERE, busy: true }} />
      </Specimen>
    </Specimens>
  )
}
