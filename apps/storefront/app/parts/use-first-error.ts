/** After a refused form, moves the focus to the first field at fault, or to the message above the form. */
import { useEffect, useRef } from 'react'

export function useFirstError(refused: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!refused || !form.current) return
    const at = form.current.querySelector<HTMLElement>(
      '[aria-invalid="true"]:not([type="hidden"]), [role="alert"]',
    )
    if (!at) return
    if (at.getAttribute('role') === 'alert') at.tabIndex = -1
    at.focus()
  }, [refused])
  return form
}
