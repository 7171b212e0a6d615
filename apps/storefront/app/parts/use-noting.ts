/**
 * Notes a form's contents with the cart while the visitor is still filling it in, as soon as nothing required is
 * missing: the ways of delivery and the total are then right before anything is pressed. Without script the
 * first press does the same.
 */
import { useRef } from 'react'
import { useFetcher } from 'react-router'

export function useNoting() {
  const fetcher = useFetcher()
  const noted = useRef('')
  return (form: HTMLFormElement | null) => {
    if (!form || !isFilledIn(form)) return
    const sent = new FormData(form)
    sent.set('intent', 'note')
    for (const name of ['attempt', 'shownTotal', 'paymentMethod', 'deliveryMethodId']) sent.delete(name)
    const contents = JSON.stringify([...sent])
    if (contents === noted.current) return
    noted.current = contents
    void fetcher.submit(sent, { method: 'post', preventScrollReset: true })
  }
}

const isFilledIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>('input[required]')].every((input) => input.value.trim() !== '')
