/** Sends a photo to the store from the browser, ahead of the form that will name it. Answers the token of its ticket. */
import { askStore, type Speaker } from './ask-store.ts'
import { paths } from './paths.ts'

type Ticket = { token: string; uploadUrl: string }

export async function sendPhoto(
  file: File,
  { order, token }: { order: string | null; token: string | null },
  speaker: Speaker,
): Promise<string> {
  const { value: ticket, problem } = await askStore<Ticket>(
    paths.photoTickets(),
    { type: file.type, bytes: file.size, ...(order && { orderId: order }), ...(token && { token }) },
    speaker,
  )
  if (problem) throw new Error(`The store gives no ticket: ${problem.status}`)
  const put = await fetch(ticket.uploadUrl, {
    method: 'PUT',
    headers: { 'content-type': file.type },
    body: file,
  })
  if (!put.ok) throw new Error(`The store does not take the photo: ${put.status}`)
  return ticket.token
}
