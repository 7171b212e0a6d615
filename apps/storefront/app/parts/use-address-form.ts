/** What is asked for an address, following the country as it is chosen; what was typed stays where it is. */
import type { ChangeEvent } from 'react'
import { useFetcher } from 'react-router'
import type { AddressForm } from '../store.ts'

export function useAddressForm(known: AddressForm) {
  const fetcher = useFetcher<{ addressForm: AddressForm | null }>()
  return {
    asked: fetcher.data?.addressForm ?? known,
    follow({ currentTarget: { form } }: ChangeEvent<HTMLSelectElement>) {
      if (!form) return
      const sent = new FormData(form)
      sent.set('intent', 'country')
      void fetcher.submit(sent, { method: 'post', preventScrollReset: true })
    },
  }
}
