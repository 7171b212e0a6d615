/** The form of the checkout. It is the server that judges it; what is wrong is said beside each field. */
import { Button, formatMoney, InputField, RadioCards, TextLink, useLocale } from '@quayside/ui'
import { useNavigation } from 'react-router'
import { addressAsked, isReady } from '../checkout-asks.ts'
import type { Refused, Typed } from '../form.ts'
import { paths } from '../paths.ts'
import type { CheckoutData } from '../routes/checkout.tsx'
import type { AddressForm } from '../store.ts'
import { AddressFields } from './address-fields.tsx'
import { BusinessFields } from './business-fields.tsx'
import { PLACES } from './checkout-places.ts'
import { isOfCode } from './codes.tsx'
import { DeliveryChoice } from './delivery-choice.tsx'
import { allPlaced, faultsOf } from './faults.ts'
import { FormSection } from './form-section.tsx'
import { Form } from './form.tsx'
import { ProblemOf } from './problem-of.tsx'
import { useFirstError } from './use-first-error.ts'
import { useKeptTyping } from './use-kept-typing.ts'
import { useNoting } from './use-noting.ts'
import { useWords } from './use-words.ts'

type Props = { checkout: CheckoutData; refused: Refused | null; typed: Typed; addressForm: AddressForm }

export function CheckoutForm({ checkout, refused, typed, addressForm }: Props) {
  const { cart, methods, person } = checkout
  const words = useWords()
  const { tag } = useLocale()
  const navigation = useNavigation()
  const form = useFirstError(refused)
  const note = useNoting()
  useKeptTyping(form, person?.email ?? null)
  const faults = faultsOf(refused?.problem, words)
  const intent = isReady(cart) ? 'order' : 'save' // the first save brings the delivery, and with it the total
  const asked = addressAsked(cart)
  const busy = navigation.formData?.get('intent') === intent
  const { amount, currency } = cart.totals.total
  const changed = refused?.problem.code === 'orders.total_changed'
  return (
    <Form
      ref={form}
      method="post"
      noValidate
      preventScrollReset
      onBlur={(event) => !(event.relatedTarget instanceof HTMLButtonElement) && note(form.current)}
      className="min-w-0"
    >
      <button
        type="submit"
        name="intent"
        value={intent}
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      <input type="hidden" name="attempt" value={typed['attempt'] ?? checkout.attempt} />
      <input type="hidden" name="shownTotal" value={`${amount} ${currency}`} />
      {refused && !isOfCode(refused) && !allPlaced(refused.problem, PLACES) && (
        <ProblemOf
          problem={refused.problem}
          detail={changed ? words.faults.newTotal(formatMoney(cart.totals.total, tag)) : undefined}
        />
      )}

      <FormSection title={words.checkout.contact}>
        {person ? (
          <p className="text-quiet">{words.checkout.signedInAs(person.name)}</p>
        ) : (
          <p className="text-quiet">
            {words.checkout.haveAccount}{' '}
            <TextLink href={paths.login({ to: paths.checkout() })} className="text-ink">
              {words.checkout.logIn}
            </TextLink>
          </p>
        )}
        <InputField
          label={words.checkout.email}
          hint={words.checkout.emailHint}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
          defaultValue={typed['email'] ?? cart.email ?? person?.email ?? ''}
          error={faults('email')}
        />
      </FormSection>

      <FormSection title={cart.needsDelivery ? words.checkout.address : words.checkout.billing}>
        <AddressFields
          of={asked}
          address={cart[asked]}
          name={person?.name}
          typed={typed}
          faults={faults}
          countries={checkout.countries}
          country={checkout.country}
          form={addressForm}
        />
        <BusinessFields cart={cart} typed={typed} faults={faults} />
      </FormSection>

      {cart.needsDelivery && (
        <FormSection title={words.checkout.delivery}>
          <DeliveryChoice
            offers={checkout.offers}
            refused={checkout.refusedWays}
            chosen={cart.delivery?.methodId ?? typed['deliveryMethodId']}
            error={faults('deliveryMethodId') ?? deliveryProblem(refused)}
            addressKnown={cart.shippingAddress !== null}
          />
        </FormSection>
      )}

      <FormSection title={words.checkout.payment}>
        {methods.length === 0 ? (
          <p className="text-bad">{words.checkout.noPayment}</p>
        ) : (
          <RadioCards
            legend={words.checkout.payment}
            legendHidden
            name="paymentMethod"
            chosen={typed['paymentMethod'] ?? checkout.method}
            error={faults('paymentMethod')}
            cards={methods.map((method) => ({
              value: method.key,
              title: method.name,
              note: method.description,
            }))}
          />
        )}
      </FormSection>

      <div className="mt-8 border-t border-line pt-6">
        <Button name="intent" value={intent} size="large" wide busy={busy}>
          {busy
            ? words.checkout.busy
            : intent === 'save'
              ? words.checkout.goOn
              : words.checkout.pay(formatMoney(cart.totals.total, tag))}
        </Button>
        <p className="mt-3 text-center text-sm text-quiet">
          {intent === 'save' ? words.checkout.totalNext : words.checkout.afterwards}
        </p>
      </div>
    </Form>
  )
}

const deliveryProblem = (refused: Refused | null): string | undefined =>
  refused?.problem.code === 'cart.delivery_not_offered' ? refused.problem.detail : undefined
