/** The common look of text controls: 44 px high, 3:1 border, red when the server found something wrong. */
export const controlStyle =
  'block w-full min-w-0 rounded-control border border-edge bg-paper px-3 py-2 text-base text-ink ' +
  'transition-colors placeholder:text-quiet hover:border-ink aria-invalid:border-bad aria-invalid:ring-1 ' +
  'aria-invalid:ring-bad disabled:cursor-not-allowed disabled:border-line disabled:bg-tint disabled:text-quiet ' +
  'focus-visible:outline-offset-0'
