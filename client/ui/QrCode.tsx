/* A QR code as one crisp path: dark on white whatever the theme, with its quiet zone of four modules, or cameras at the back of a hall fail.
   `label` says where it leads; the address is always also written beside it, for who has no camera. Drawn on the device: no service sees it.
   Safe for phones (a small library), but most phones never load it. */
import { useMemo } from 'react';
import { encode } from 'uqr';

const QUIET = 4;
/** The dark modules as horizontal runs, in a square of `size` + quiet zone. */
export function qrPath(value: string): { path: string; side: number } {
  // M: a fold or a thumb may cover 15 % of a printed card. The border is ours, so that it is always the standard's four.
  const { data, size } = encode(value, { ecc: 'M', border: 0 });
  let path = '';
  for (const [y, row] of data.entries()) {
    let x = 0;
    while (x < size) {
      if (row[x] !== true) {
        x += 1;
        continue;
      }
      let end = x;
      while (row[end] === true) end += 1;
      path += `M${x + QUIET} ${y + QUIET}h${end - x}v1h${x - end}z`;
      x = end;
    }
  }
  return { path, side: size + 2 * QUIET };
}

/** `size` is a CSS length; without it the class .qr takes --qr (12 rem). */
export function QrCode({
  value,
  label,
  size,
  className,
}: {
  value: string;
  label: string;
  size?: string | undefined;
  className?: string | undefined;
}) {
  const { path, side } = useMemo(() => qrPath(value), [value]);
  return (
    <svg
      className={['qr', className ?? ''].filter(Boolean).join(' ')}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      style={size === undefined ? undefined : { inlineSize: size, blockSize: size }}
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#0b1826" />
    </svg>
  );
}
