/** Draws the geometry of a strands picture as SVG; knows no workflow. */
import type { StrandPark } from "@multihelix/core/view/strands.ts";
import { ParkShapePath } from "../park-shape.tsx";
import type { Capsule, Knob, Label, Picture } from "./picture.ts";

interface Props {
  readonly picture: Picture;
  readonly parks: readonly StrandPark[];
  readonly className: string;
  readonly label: string;
  /** Radii of lane stations: 8.5 px in the wide form, 7.5 px in the narrow one. */
  readonly radius: number;
}

export function Drawing({ picture, parks, className, label, radius }: Props) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      width={picture.width}
      height={picture.height}
      role="img"
      aria-label={label}
    >
      {picture.rules.map((rule) => (
        <path key={rule.kind + rule.d} className={ruleClass[rule.kind]} d={rule.d} />
      ))}
      {picture.lines.map((line) => (
        <path
          key={line.parkId + line.d}
          className={line.toCome ? "ln todo" : "ln"}
          data-park={line.parkId}
          d={line.d}
        />
      ))}
      {picture.knobs.map((knob) => (
        <KnobMark key={knob.id + knob.parkId} knob={knob} radius={radius} />
      ))}
      {picture.capsules.map((capsule) => (
        <CapsuleMark key={capsule.id} capsule={capsule} />
      ))}
      {picture.marks.map((mark) => (
        <g
          key={`${mark.x} ${mark.y}`}
          className="pmk"
          data-park={mark.parkId}
          transform={`translate(${mark.x} ${mark.y}) scale(0.625)`}
        >
          <ParkShapePath shape={parks.find((park) => park.id === mark.parkId)?.shape ?? "circle"} />
        </g>
      ))}
      {picture.labels.map((text) => (
        <text
          key={`${text.x} ${text.y}`}
          className={labelClass[text.role]}
          data-park={text.parkId}
          x={text.x}
          y={text.y}
          textAnchor={text.anchor}
        >
          {text.text}
        </text>
      ))}
    </svg>
  );
}

const ruleClass: Record<Picture["rules"][number]["kind"], string> = {
  lead: "lead",
  bracket: "brk",
  "bracket-now": "brk now",
  way: "alt",
  arrow: "alt s",
};

const labelClass: Record<Label["role"], string> = {
  name: "t-name",
  sub: "t-sub",
  now: "t-sub t-now",
  late: "t-sub t-late",
  park: "t-park",
  why: "t-why",
};

function KnobMark({ knob, radius }: { readonly knob: Knob; readonly radius: number }) {
  const { x, y, parkId, state } = knob;
  if (state === "present") {
    return (
      <g data-park={parkId}>
        <circle className="halo" cx={x} cy={y} r={radius * 2} />
        <circle className="ls" cx={x} cy={y} r={radius + 1.5} />
        <circle className="dot" cx={x} cy={y} r={radius > 8 ? 4.5 : 4} />
      </g>
    );
  }
  const scale = radius / 8.5;
  return (
    <g data-park={parkId}>
      <circle className={state === "to-come" ? "ls todo" : "ls done"} cx={x} cy={y} r={radius} />
      {state === "done" && <path className="ck" d={check(x, y, scale)} />}
      {state === "refused" && <path className="ck" d={cross(x, y, 3.2 * scale)} />}
    </g>
  );
}

function CapsuleMark({ capsule }: { readonly capsule: Capsule }) {
  const { x, y, width, height, state } = capsule;
  return (
    <g>
      {state === "present" && (
        <rect
          className="halo2"
          x={x - width / 2 - 6}
          y={y - height / 2 - 6}
          width={width + 12}
          height={height + 12}
          rx="14"
        />
      )}
      <rect className={capsuleClass[state]} x={x - width / 2} y={y - height / 2} width={width} height={height} rx="8" />
      {state === "present" && <circle className="core" cx={x} cy={y} r="4" />}
      {state === "done" && <path className="ck" d={check(x, y, 1.05)} />}
      {state === "refused" && <path className="ck" d={cross(x, y, 3.2)} />}
    </g>
  );
}

const capsuleClass: Record<Capsule["state"], string> = {
  done: "st done",
  refused: "st done",
  present: "st",
  "to-come": "st todo",
};

function check(x: number, y: number, scale: number): string {
  const at = (value: number) => Math.round(value * scale * 100) / 100;
  return `M${x - at(3.6)} ${y + 0.3}l${at(2.7)} ${at(2.8)} ${at(4.8)} ${at(-5.6)}`;
}

function cross(x: number, y: number, arm: number): string {
  return `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
}
