/** An icon link at the top right, with its word and, if it counts something, the number. */
import { Icon, type IconName } from './icon.tsx'
import { Link, type LinkProps } from './link.tsx'

type Props = LinkProps & { icon: IconName; label: string; count?: number | undefined }

const MOST = 99 // that there is room for

export function HeaderTool({ icon, label, count, ...rest }: Props) {
  const shown = count && count > MOST ? `${MOST}+` : count
  // Who says aloud what they see is understood too, also where one thing has a word and no number.
  const name = !count || label.includes(String(shown)) ? label : `${label}, ${shown}`
  return (
    <Link
      {...rest}
      aria-label={name}
      title={label}
      className="relative grid size-11 place-items-center rounded-control transition-colors hover:bg-shade"
    >
      <Icon name={icon} className="size-6" />
      {!!count && (
        <span
          aria-hidden="true"
          className="absolute end-0.5 top-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-xs font-semibold text-on-accent tabular"
        >
          {shown}
        </span>
      )}
    </Link>
  )
}
