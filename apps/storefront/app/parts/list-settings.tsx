/** The link of a list for others, and what it is called. */
import { Button, Disclosure, Input, InputField } from '@quayside/ui'
import { useId } from 'react'
import type { Wishlist } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

export function ListSettings({ list, link }: { list: Wishlist; link: string | null }) {
  const words = useWords().lists
  const id = useId()
  return (
    <div className="mt-10 border-t border-line">
      <Disclosure title={words.share} open={link !== null}>
        <p id={id} className="mb-3 max-w-prose text-quiet">
          {words.shareNote}
        </p>
        {link && (
          <Input
            readOnly
            value={link}
            dir="ltr"
            aria-label={words.link}
            aria-describedby={id}
            className="mb-3"
          />
        )}
        <Intent intent={link ? 'unshare' : 'share'} label={link ? words.unshare : words.makeLink} />
      </Disclosure>
      <Disclosure title={words.settings}>
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="rename" />
          <InputField
            label={words.name}
            name="name"
            required
            maxLength={80}
            defaultValue={list.name}
            className="min-w-0 flex-1 basis-56"
          />
          <Button look="secondary">{words.save}</Button>
        </Form>
        <div className="mt-4 flex flex-wrap gap-3">
          {!list.isDefault && <Intent intent="usual" label={words.makeUsual} />}
          <Intent intent="delete" label={words.deleteList} />
        </div>
      </Disclosure>
    </div>
  )
}

function Intent({ intent, label }: { intent: string; label: string }) {
  return (
    <Form method="post">
      <Button look="secondary" size="small" name="intent" value={intent}>
        {label}
      </Button>
    </Form>
  )
}
