import { type BarsPicture, MAX_DRAWN } from "./picture.ts";

const HEIGHT = 160;
const LABEL = 16;

/** An array, a bar a value; what is below zero hangs from the line. */
export function Bars({ of: { values } }: { of: BarsPicture }) {
  if (values.length === 0 || values.length > MAX_DRAWN / 5) return null;
  const step = Math.max(6, Math.min(36, 720 / values.length));
  const top = Math.max(0, ...values);
  const scale = HEIGHT / Math.max(top - Math.min(0, ...values), 1);
  const zero = LABEL + top * scale;
  return (
    <svg
      viewBox={`0 0 ${values.length * step} ${HEIGHT + 2 * LABEL}`}
      width={values.length * step}
      role="img"
      aria-label={`${values.length} values from ${Math.min(...values)} to ${Math.max(...values)}`}
    >
      <line x1={0} x2={values.length * step} y1={zero} y2={zero} class="edge" />
      {values.map((value, index) => (
        <>
          <rect
            x={index * step + 1}
            width={step - 2}
            y={value >= 0 ? zero - value * scale : zero}
            height={Math.abs(value) * scale}
            class="bar"
          />
          {step >= 20 && (
            <text
              x={(index + 0.5) * step}
              y={value >= 0 ? zero - value * scale - 8 : zero - value * scale + 8}
              font-size={Math.min(11, (step * 1.5) / String(value).length)}
            >
              {value}
            </text>
          )}
        </>
      ))}
    </svg>
  );
}
