/** Sends a photo to the store from the browser, ahead of the form that will name it. Answers the token of its ticket. */
import { paths } from './paths.ts'

type Ticket = { token: string; uploadUrl: string }

export async function sendPhoto(
  file: File,
  { order, token }: { order: string | null; token: string | null },
): Promise<string> {
  const asked = await fetch(paths.photoTickets(), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: file.type,
      bytes: file.size,
      ...(order && { orderId: order }),
      ...(token && { token }),
    }),
  })
  if (!asked.ok) throw new Error(`The store gives no ticket: ${asked.status}`)
  const ticket = (await asked.json()) as Ticket
  const put = await fetch(ticket.uploadUrl, {
    method: 'PUT',
    headers: { 'content-type': file.type },
    body: file,
  })
  if (!put.ok) throw new Error(`The store does not take the photo: ${put.status}`)
  return ticket.token
}
