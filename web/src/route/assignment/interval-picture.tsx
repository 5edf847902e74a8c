/** An expected rank with its 50 % and 90 % intervals on the scale of all ranks, and the line that money draws. */
import { useLingui } from "@lingui/react";
import { useFormat } from "../case/use-format.ts";
import type { RankingView } from "./assignment-query.ts";

type Rank = NonNullable<RankingView["rows"][number]["calibrated"]>;

const width = 300;
const inset = 10;
const middle = 14;

interface Props {
  readonly rank: Rank;
  readonly view: RankingView;
}

export function IntervalPicture({ rank: { expectedRank, interval50, interval90 }, view }: Props) {
  const { i18n } = useLingui();
  const format = useFormat();
  const count = view.rows.filter(({ calibrated }) => calibrated !== undefined).length;
  const x = (rank: number) => inset + ((rank - 1) / Math.max(1, count - 1)) * (width - 2 * inset);
  const short = format.number(Math.round(expectedRank * 10) / 10);
  const said = i18n._("expected rank {rank}, 50 %: {from50} to {to50}, 90 %: {from90} to {to90}", {
    rank: short,
    from50: interval50[0],
    to50: interval50[1],
    from90: interval90[0],
    to90: interval90[1],
  });
  const ticks = [1, Math.round(count / 3), Math.round((2 * count) / 3), count];
  return (
    <span className="rank-picture">
      <span className="num er">{short}</span>
      <svg viewBox={`0 0 ${width} 28`} width={width} height="28" role="img" aria-label={said}>
        <title>{said}</title>
        {ticks.map((tick) => (
          <path key={tick} className="tick" d={`M${x(tick)} 0V28`} />
        ))}
        {view.line !== undefined && <path className="fl" d={`M${x(view.line + 0.5)} 0V28`} />}
        <path className="i90" d={`M${x(interval90[0])} ${middle}H${x(interval90[1])}`} />
        <path className="i50" d={`M${x(interval50[0])} ${middle}H${x(interval50[1])}`} />
        <circle cx={x(expectedRank)} cy={middle} r="5" />
      </svg>
    </span>
  );
}

export function RankLegend() {
  const { i18n } = useLingui();
  return (
    <p className="rank-legend small muted">
      <span>
        <svg width="22" height="12" aria-hidden="true">
          <circle cx="11" cy="6" r="4.5" />
        </svg>
        {i18n._("expected rank")}
      </span>
      <span>
        <svg width="28" height="12" aria-hidden="true">
          <path className="i50" d="M0 6H28" />
        </svg>
        {i18n._("holds half of the probability")}
      </span>
      <span>
        <svg width="28" height="12" aria-hidden="true">
          <path className="i90" d="M0 6H28" />
        </svg>
        90 %
      </span>
      <span>
        <svg width="12" height="14" aria-hidden="true">
          <path className="fl" d="M6 0V14" />
        </svg>
        {i18n._("free money ends")}
      </span>
    </p>
  );
}
