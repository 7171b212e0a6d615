/**
 * Photos of a review: those that are there may go, new ones are sent at once by tickets, whose tokens the form then says.
 * Without script there is no field for them.
 */
import { Field, FieldError } from '@quayside/ui'
import { useState, type ChangeEvent } from 'react'
import { sendPhoto } from '../send-photo.ts'
import { useFrame } from './use-frame.ts'
import { useScript } from './use-script.ts'
import { useWords } from './use-words.ts'

const MOST = 4
const TYPES = 'image/jpeg,image/png,image/webp,image/avif'

type Props = { order: string | null; token: string | null; kept: string[] }

export function ReviewPhotoFields({ order, token, kept }: Props) {
  const words = useWords().reviews.form
  const [sent, setSent] = useState<string[]>([])
  const [standing, setStanding] = useState<'ready' | 'sending' | 'failed'>('ready')
  const script = useScript()
  const { formToken, locale } = useFrame()

  async function send(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.currentTarget.files ?? [])].slice(0, MOST)
    setStanding('sending')
    try {
      setSent(
        await Promise.all(files.map((file) => sendPhoto(file, { order, token }, { formToken, locale }))),
      )
      setStanding('ready')
    } catch {
      setSent([])
      setStanding('failed')
    }
  }

  return (
    <>
      {kept.map((id, index) => (
        <div key={id}>
          <input type="hidden" name="photo" value={id} />
          <label className="flex min-h-11 items-center gap-3">
            <input type="checkbox" name="keepPhoto" value={id} defaultChecked className="size-5" />
            {words.photoKept(index + 1)}
          </label>
        </div>
      ))}
      {sent.map((each) => (
        <input key={each} type="hidden" name="photoToken" value={each} />
      ))}
      {script && (
        <Field label={words.photos} optional={words.optional} hint={words.photosHint}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept={TYPES}
              multiple
              onChange={(event) => void send(event)}
              className="block w-full rounded-control border border-edge bg-paper p-3 file:me-3 file:rounded-control file:border-0 file:bg-shade file:px-3 file:py-1.5 file:font-semibold"
            />
          )}
        </Field>
      )}
      <p role="status" className="text-sm text-quiet empty:hidden">
        {standing === 'sending' && words.uploading}
      </p>
      {standing === 'failed' && <FieldError>{words.photoFailed}</FieldError>}
    </>
  )
}
