/** An icon link at the top right, with its word and, if it counts something, the number. */
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

type Props = { href: string; icon: IconName; label: string; count?: number | undefined }

export function HeaderTool({ href, icon, label, count }: Props) {
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      className="relative grid size-11 place-items-center rounded-control transition-colors hover:bg-shade"
    >
      <Icon name={icon} className="size-6" />
      {!!count && (
        <span
          aria-hidden="true"
          className="absolute end-0.5 top-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-xs font-semibold text-on-accent tabular"
        >
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  )
}
