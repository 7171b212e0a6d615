/** Every form of the shop: one that changes something says this browser's token, by which the server knows it as its own. */
import type { ComponentProps } from 'react'
import { Form as RouterForm } from 'react-router'
import { useFrame } from './use-frame.ts'

export function Form({ children, ...rest }: ComponentProps<typeof RouterForm>) {
  const { formToken } = useFrame()
  return (
    <RouterForm {...rest}>
      {rest.method === 'post' && <input type="hidden" name="formToken" value={formToken} />}
      {children}
    </RouterForm>
  )
}
