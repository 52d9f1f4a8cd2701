/* A table from above: its number in the middle, a place for each person round it. Filled has written, ring is present, speck is away:
   shape before colour. The words beside it say the same, so it is hidden from screen readers. */
const side = 48;
const middle = side / 2;
const round = 19.7;

export function TableDrawing({ number, places }: { number: number; places: readonly ('wrote' | 'here' | 'away')[] }) {
  // Twelve places have room for their full size; more stand closer and smaller.
  const size = Math.min(1, 14 / Math.max(1, places.length));
  return (
    <svg className="table-drawing" viewBox={`0 0 ${side} ${side}`} aria-hidden="true" focusable="false">
      <circle className="top" cx={middle} cy={middle} r={12.5} />
      {places.map((place, index) => {
        const angle = (index / places.length) * 2 * Math.PI;
        return (
          <circle
            key={index}
            className={place}
            cx={middle + round * Math.sin(angle)}
            cy={middle - round * Math.cos(angle)}
            r={(place === 'wrote' ? 2.9 : place === 'here' ? 2.3 : 0.9) * size}
          />
        );
      })}
      <text x={middle} y={middle + 5}>
        {number}
      </text>
    </svg>
  );
}
