/* The mark of Plenaria: three people on one side of a threshold, one on the other. A vote seen exactly, drawn as the line of seats.
   The minority seat is outlined, not another colour. It never mirrors: it is a mark, not an arrow. Safe for phones.
   mark.svg beside it is the same drawing for favicons and paper. */
export function Mark({ className, label }: { className?: string | undefined; label?: string | undefined }) {
  return (
    <svg
      className={['mark', className ?? ''].filter(Boolean).join(' ')}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
      focusable="false"
    >
      <g fill="currentColor">
        <rect x="1" y="8" width="3" height="11" />
        <rect x="5.5" y="8" width="3" height="11" />
        <rect x="10" y="8" width="3" height="11" />
        <rect x="14.6" y="3" width="1.4" height="18.5" />
      </g>
      <rect x="18.25" y="8.75" width="2.5" height="9.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
