/** What the shop says: states, notices, empty and broken pages, what happened. */
import {
  Badge,
  Card,
  DateText,
  Disclosure,
  EmptyState,
  ErrorState,
  LinkButton,
  Notice,
  ProblemNotice,
  SummaryList,
  Timeline,
  type Tone,
} from '@quayside/ui'
import { Specimen, Specimens } from './specimen.tsx'

const tones: Tone[] = ['neutral', 'accent', 'good', 'warn', 'bad']
const AT = '2026-03-12T09:30:00.000Z'
const HERE = '/dev/kit'

export function Said() {
  return (
    <Specimens title="Said">
      <Specimen of="Badge">
        <p className="flex flex-wrap gap-2">
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </p>
      </Specimen>
      {tones.map((tone) => (
        <Specimen key={tone} of={`Notice tone="${tone}"`}>
          <Notice tone={tone} title="What happened">
            <p>And what can be done about it.</p>
          </Notice>
        </Specimen>
      ))}
      <Specimen of="Notice with something to do">
        <Notice
          tone="good"
          title="It is in your cart"
          action={
            <LinkButton href={HERE} look="secondary" size="small">
              Go to cart
            </LinkButton>
          }
        />
      </Specimen>
      <Specimen of="ProblemNotice: a fault of ours, with its number">
        <ProblemNotice
          reference="Number to quote"
          of={{
            title: 'Something broke',
            status: 500,
            code: 'kit.broken',
            detail: 'Try again in a moment.',
            traceId: '7ab86fbf7c1b72a6',
          }}
        />
      </Specimen>
      <Specimen of="DateText: day, minute, clock">
        <p className="grid gap-1">
          <DateText at={AT} style="day" />
          <DateText at={AT} />
          <DateText at={AT} style="clock" />
        </p>
      </Specimen>
      <Specimen of="Card">
        <Card className="p-5">A panel with a hairline border.</Card>
      </Specimen>
      <Specimen of="Disclosure: open, closed">
        <Disclosure title="About it" open>
          <p>Thrown by hand.</p>
        </Disclosure>
        <Disclosure title="Delivery">
          <p>In two to four days.</p>
        </Disclosure>
      </Specimen>
      <Specimen of="SummaryList">
        <SummaryList
          rows={[
            { label: 'Goods', value: '€48.00' },
            { label: 'Delivery', value: '€4.90', note: 'Free from €60' },
            { label: 'Total', value: '€52.90', strong: true },
          ]}
        />
      </Specimen>
      <Specimen of="Timeline: done, now, failed, to come">
        <Timeline
          label="What happened"
          moments={[
            { title: 'Ordered', when: <DateText at={AT} />, state: 'done', stateLabel: 'done' },
            { title: 'On its way', note: 'Two parcels', state: 'current', stateLabel: 'now' },
            { title: 'Not handed over', state: 'failed', stateLabel: 'failed' },
            { title: 'Arrived', state: 'ahead', stateLabel: 'to come' },
          ]}
        />
      </Specimen>
      <Specimen of="EmptyState" wide>
        <EmptyState
          icon="bag"
          title="Nothing here yet"
          action={<LinkButton href={HERE}>Look around</LinkButton>}
        >
          <p>What you put into the cart stands here.</p>
        </EmptyState>
      </Specimen>
      <Specimen of="ErrorState" wide>
        <ErrorState
          heading="h3"
          status="404"
          title="There is no such page"
          reference={{ label: 'Number to quote', id: '7ab86fbf' }}
          action={<LinkButton href={HERE}>To the start</LinkButton>}
        >
          <p>It may have moved.</p>
        </ErrorState>
      </Specimen>
    </Specimens>
  )
}
