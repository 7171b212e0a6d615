/** One colour as a dot. SVG, because a style attribute would need a weaker security policy. */
export function Swatch({ colour }: { colour: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3.5 shrink-0 text-edge">
      <circle cx="8" cy="8" r="7.25" fill={colour} stroke="currentColor" strokeOpacity="0.5" />
    </svg>
  )
}

/** The colours a product comes in, as dots. The number in words is for those who do not see them. */
const MOST = 6

export function Swatches({ colours, label }: { colours: string[]; label: string }) {
  if (colours.length < 2) return null
  return (
    <p className="mt-2 flex items-center gap-1.5">
      <span className="sr-only">{label}</span>
      {colours.slice(0, MOST).map((colour) => (
        <Swatch key={colour} colour={colour} />
      ))}
      {colours.length > MOST && (
        <span aria-hidden="true" className="text-xs text-quiet">
          +{colours.length - MOST}
        </span>
      )}
    </p>
  )
}
