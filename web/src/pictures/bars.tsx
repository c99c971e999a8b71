import type { BarsPicture } from "../../../src/picture.ts";
import { describeMarks, toClass } from "./marks.ts";

const HEIGHT = 160;
const LABEL = 16;

/** An array, a bar a value; what is below zero hangs from the line. */
export function Bars({ of: { bars } }: { of: BarsPicture }) {
  const values = bars.map(({ value }) => value);
  const step = Math.max(6, Math.min(36, 720 / Math.max(1, bars.length)));
  const top = Math.max(0, ...values);
  const scale = HEIGHT / Math.max(top - Math.min(0, ...values), 1);
  const zero = LABEL + top * scale;
  const width = Math.max(1, bars.length) * step;
  const range = bars.length === 0 ? "" : ` from ${Math.min(...values)} to ${Math.max(...values)}`;
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT + 3 * LABEL}`}
      width={width}
      role="img"
      aria-label={`${bars.length} values${range}${describeMarks(bars.map(({ mark }) => mark))}`}
    >
      <line x1={0} x2={width} y1={zero} y2={zero} class="edge" />
      {bars.map(({ value, label, mark }, index) => (
        <>
          <rect
            x={index * step + 1}
            width={step - 2}
            y={value >= 0 ? zero - value * scale : zero}
            height={Math.abs(value) * scale}
            class={toClass("bar", mark)}
          />
          {step >= 20 && (
            <>
              <text
                x={(index + 0.5) * step}
                y={value >= 0 ? zero - value * scale - 8 : zero - value * scale + 8}
                font-size={Math.min(11, (step * 1.5) / String(value).length)}
              >
                {value}
              </text>
              {label !== undefined && (
                <text
                  x={(index + 0.5) * step}
                  y={HEIGHT + 2.5 * LABEL}
                  font-size={Math.min(10, (step * 1.5) / label.length)}
                  class="note"
                >
                  {label}
                </text>
              )}
            </>
          )}
        </>
      ))}
    </svg>
  );
}
