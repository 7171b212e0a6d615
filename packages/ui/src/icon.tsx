/** Our own small set of line icons on a 24 px grid. Decorative: the words beside them say it. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

const drawings = {
  bag: (
    <>
      <path d="M5 8.5h14l.9 10.2a1.6 1.6 0 0 1-1.6 1.8H5.7a1.6 1.6 0 0 1-1.6-1.8z" />
      <path d="M8.5 11V7a3.5 3.5 0 0 1 7 0v4" />
    </>
  ),
  'bag-plus': (
    <>
      <path d="M5 8.5h14l.9 10.2a1.6 1.6 0 0 1-1.6 1.8H5.7a1.6 1.6 0 0 1-1.6-1.8z" />
      <path d="M8.5 8.500V7a3.5 3.5 0 0 1 7 0v1.500M12 11.500v5.500M9.250 14.250h5.500" />
    </>
  ),
  link: (
    <path d="M10 13.500a3.750 3.750 0 0 0 5.500.4l2.700-2.700a3.750 3.750 0 0 0-5.300-5.300l-1.400 1.400M14 10.500a3.750 3.750 0 0 0-5.500-.4l-2.700 2.700a3.750 3.750 0 0 0 5.300 5.300l1.400-1.400" />
  ),
  person: (
    <>
      <circle cx="12" cy="8" r="3.75" />
      <path d="M4.75 20.25c.7-4 3.6-6 7.25-6s6.55 2 7.25 6" />
    </>
  ),
  heart: (
    <path d="M12 19.750C7.200 16.200 4 13.150 4 9.350A4.350 4.350 0 0 1 12 6.950a4.350 4.350 0 0 1 8 2.400c0 3.800-3.200 6.850-8 10.400z" />
  ),
  'heart-full': (
    <path
      fill="currentColor"
      d="M12 19.750C7.200 16.200 4 13.150 4 9.350A4.350 4.350 0 0 1 12 6.950a4.350 4.350 0 0 1 8 2.400c0 3.800-3.200 6.850-8 10.400z"
    />
  ),
  search: (
    <>
      <circle cx="10.75" cy="10.75" r="6.25" />
      <path d="m15.5 15.5 4.75 4.75" />
    </>
  ),
  filter: <path d="M4 7.500h9M18.500 7.500H20M4 16.500h2M11.500 16.500H20M15.750 5v5M8.750 14v5" />,
  enlarge: (
    <path d="M13.750 4.500h5.750v5.750M10.250 19.500H4.500v-5.750M19.250 4.750l-6 6M4.750 19.250l6-6" />
  ),
  play: <path d="M8.500 5.500v13l10-6.500z" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  check: <path d="m5 12.75 4.5 4.500L19 7.75" />,
  plus: <path d="M12 5.500v13M5.5 12h13" />,
  minus: <path d="M5.5 12h13" />,
  'chevron-down': <path d="m6.5 9.5 5.5 5.5 5.5-5.5" />,
  'chevron-right': <path d="m9.5 6.5 5.5 5.5-5.5 5.5" />,
  'chevron-left': <path d="M14.5 6.5 9 12l5.5 5.5" />,
  arrow: <path d="M4.5 12h15m-5.75-5.750L19.5 12l-5.75 5.75" />,
  truck: (
    <>
      <path d="M3 6.500h11v10H9.500M5.2 16.500H3v-10" />
      <path d="M14 10h3.600L21 13.200v3.300h-1.700M15.2 16.500H14" />
      <circle cx="7.3" cy="17" r="2" />
      <circle cx="17.2" cy="17" r="2" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="10" rx="1.6" />
      <path d="M8.25 10.500V7.750a3.75 3.75 0 0 1 7.5 0v2.75" />
    </>
  ),
  back: <path d="M8.5 5.5 4 10l4.5 4.500M4 10h10.250a5.25 5.25 0 0 1 0 10.500H9" />,
  trash: <path d="M4.5 7h15M9.5 7V4.500h5V7m-8.5 0 .9 12.500h10.200L18 7M10.25 11v5M13.75 11v5" />,
  alert: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M12 7.500v5.250M12 16.200v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M12 11v5.500M12 7.700v.1" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M12 7v5.250l3.5 2" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="3.75" />
      <path d="M12 2.750v2.500M12 18.750v2.500M2.75 12h2.500M18.75 12h2.500M5.5 5.500l1.75 1.750M16.75 16.750l1.75 1.750M18.5 5.500l-1.75 1.750M7.25 16.75 5.5 18.5" />
    </>
  ),
  moon: <path d="M19.75 14.250A8.25 8.25 0 0 1 9.75 4.250a8.25 8.25 0 1 0 10 10z" />,
  screen: (
    <>
      <rect x="3.5" y="4.75" width="17" height="11.5" rx="1.6" />
      <path d="M9 20h6m-3-3.750V20" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings
export const icons = /* @__PURE__ */ Object.keys(drawings) as IconName[]

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cx('rtl:[&.turns]:-scale-x-100', className ?? 'size-5')}
    >
      {drawings[name]}
    </svg>
  )
}
