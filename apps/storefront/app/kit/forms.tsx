/** What is filled in: at rest, with a hint, wrong, optional, disabled. */
import {
  Checkbox,
  Field,
  FieldError,
  FieldRows,
  Input,
  InputField,
  QuantityStepper,
  RadioCards,
  Select,
  SelectField,
  TextareaField,
} from '@quayside/ui'
import { Form } from '../parts/form.tsx'
import { Specimen, Specimens } from './specimen.tsx'

const WRONG = 'Write it as name@example.com.'
const steppers = [
  ['in the middle', 2, 8],
  ['at its least', 1, 8],
  ['at its most', 8, 8],
] as const

export function Forms() {
  return (
    <Specimens title="Filled in">
      <Specimen of="InputField">
        <InputField label="Full name" />
      </Specimen>
      <Specimen of="InputField: hint, optional">
        <InputField label="Company" hint="As it stands on the invoice." optional="optional" />
      </Specimen>
      <Specimen of="InputField: wrong">
        <InputField label="Email" error={WRONG} defaultValue="name@" />
      </Specimen>
      <Specimen of="InputField: disabled">
        <InputField label="Order" defaultValue="QS-1042" disabled />
      </Specimen>
      <Specimen of="Input, Select: within something that names them">
        <div className="flex gap-3">
          <Input aria-label="Postal code" placeholder="20457" />
          <Select aria-label="Quantity">
            <option>1</option>
            <option>2</option>
          </Select>
        </div>
      </Specimen>
      <Specimen of="Field: a control of one’s own; FieldError by itself">
        <Field label="Day of arrival" hint="Any weekday.">
          {(control) => <Input {...control} type="date" />}
        </Field>
        <FieldError>Nobody delivers on Sundays.</FieldError>
      </Specimen>
      <Specimen of="SelectField">
        <SelectField label="Country">
          <option>Germany</option>
          <option>Austria</option>
        </SelectField>
      </Specimen>
      <Specimen of="SelectField: wrong">
        <SelectField label="Region" error="Choose a region.">
          <option value="">Choose</option>
        </SelectField>
      </Specimen>
      <Specimen of="TextareaField">
        <TextareaField label="Your review" hint="At least a sentence." />
      </Specimen>
      <Specimen of="TextareaField: wrong">
        <TextareaField label="Your question" error="Ask something." />
      </Specimen>
      <Specimen of="Checkbox: empty, ticked, disabled, wrong">
        <div className="grid gap-2">
          <Checkbox label="Gift wrap" />
          <Checkbox label="Keep my address" defaultChecked />
          <Checkbox label="Not today" disabled />
          <Checkbox label="I have read it" error="Please say that you have." />
        </div>
      </Specimen>
      <Specimen of="RadioCards: chosen">
        <RadioCards
          legend="Delivery"
          name="kit-delivery"
          chosen="parcel"
          cards={[
            { value: 'parcel', title: 'Parcel', note: 'In two to four days', aside: '€4.90' },
            { value: 'express', title: 'Express', note: 'Tomorrow', aside: '€12.90' },
          ]}
        />
      </Specimen>
      <Specimen of="RadioCards: wrong">
        <RadioCards
          legend="Payment"
          name="kit-payment"
          error="Choose how to pay."
          cards={[
            { value: 'card', title: 'Card' },
            { value: 'transfer', title: 'Transfer', note: 'Sent when it arrives' },
          ]}
        />
      </Specimen>
      <Specimen of="FieldRows: the second is wrong">
        <Form className="space-y-4">
          <FieldRows<'sku'>
            name="kit-items"
            count={2}
            most={4}
            add="One more row"
            remove={(row) => `Remove row ${row}`}
          >
            {({ nameOf }, at) => (
              <InputField
                label="Article number"
                name={nameOf('sku')}
                error={at === 1 ? 'Nothing with this number is sold here.' : undefined}
                className="min-w-0 flex-1"
              />
            )}
          </FieldRows>
        </Form>
      </Specimen>
      {steppers.map(([how, value, max]) => (
        <Specimen key={how} of={`QuantityStepper: ${how}`}>
          <Form>
            <QuantityStepper
              label={`Quantity, ${how}`}
              less="One less"
              more="One more"
              update="Update"
              value={value}
              revision={1}
              max={max}
            />
          </Form>
        </Specimen>
      ))}
    </Specimens>
  )
}
