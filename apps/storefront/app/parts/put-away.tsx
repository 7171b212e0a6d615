/** The cross at the end of a line above the page: the visitor has read it, and stays where they are. */
import { cx, Icon } from '@quayside/ui'
import { useLocation } from 'react-router'
import { paths } from '../paths.ts'
import { Form } from './form.tsx'

type Props = { name: string; value: string; label: string; className?: string }

/** `name` and `value` are what the preferences remember. */
export function PutAway({ name, value, label, className }: Props) {
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={paths.preferences()} preventScrollReset>
      <input type="hidden" name="to" value={pathname + search} />
      <button
        name={name}
        value={value}
        aria-label={label}
        title={label}
        className={cx('grid size-9 place-items-center rounded-control', className)}
      >
        <Icon name="close" className="size-4" />
      </button>
    </Form>
  )
}
