/** The Quayside mark: a harbour's ring, and the swell that makes it a Q. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      aria-hidden="true"
      className={className ?? 'size-7'}
    >
      <path d="M25.6 20.100A11 11 0 1 0 16 26.5" />
      <path d="M12.5 21.300c2.4-2.3 4.9-2.3 7.3 0s4.9 2.3 7.3 0" className="stroke-accent" />
      <path d="M19.8 27.200c2.4 1.3 4.9.9 7.3-1.2" className="stroke-accent" />
    </svg>
  )
}
