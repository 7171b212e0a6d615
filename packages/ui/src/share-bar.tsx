/** How large a part is of a whole, as a bar. Beside it stands a number, so it says nothing itself. */
export function ShareBar({ part, whole }: { part: number; whole: number }) {
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-1.5 w-full rounded-sm rtl:-scale-x-100"
    >
      <rect width="100" height="6" className="fill-shade" />
      <rect width={whole === 0 ? 0 : (100 * part) / whole} height="6" className="fill-ink-soft" />
    </svg>
  )
}
