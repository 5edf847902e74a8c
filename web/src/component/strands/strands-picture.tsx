/** The product's signature: where a case is and where it can go, as a picture, a sentence and a table. */

import { useLingui } from "@lingui/react";
import type { Strands } from "@multihelix/core/view/strands.ts";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Drawing } from "./drawing.tsx";
import { OneStrand } from "./one-strand.tsx";
import { StrandsLegend } from "./strands-legend.tsx";
import { StrandsTable } from "./strands-table.tsx";
import { tallLayout } from "./tall.ts";
import { accessibleName } from "./twin.ts";
import { useStateWords } from "./use-state-words.ts";
import { useStrandWords } from "./use-strand-words.ts";
import { wideLayout } from "./wide.ts";

const fullWidth = 1168;
const phoneWidth = 326;

/** Applicants see one strand and plain words; staff see every park. */
export function StrandsPicture({ strands }: { readonly strands: Strands }) {
  return strands.audience === "applicant" ? <OneStrand strands={strands} /> : <StaffPicture strands={strands} />;
}

function StaffPicture({ strands }: { readonly strands: Strands }) {
  const { i18n } = useLingui();
  const words = useStrandWords(strands.zone);
  const stateWords = useStateWords();
  const heading = useId();
  const region = useRef<HTMLElement>(null);
  const offered = useOfferedWidth(region);
  const wide = useMemo(() => wideLayout(strands, words, offered ?? fullWidth), [strands, words, offered]);
  const tall = useMemo(
    () => tallLayout(strands, words, Math.min(offered ?? phoneWidth, 640)),
    [strands, words, offered],
  );
  const name = accessibleName(strands, words, stateWords);
  useEffect(() => {
    const box = region.current;
    if (box !== null) box.scrollLeft = wide.presentX - box.clientWidth / 2;
  }, [wide.presentX]);
  return (
    <section className="card" aria-labelledby={heading}>
      <div className="wfh">
        <h2 id={heading}>{i18n._("Where it is and where it can go")}</h2>
        <StrandsLegend />
      </div>
      <section
        className="strands"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        aria-label={i18n._("Workflow picture, scrolls sideways on narrow windows")}
        ref={region}
      >
        <Drawing picture={wide} parks={strands.parks} className="strands-h" label={name} radius={8.5} />
        <Drawing picture={tall} parks={strands.parks} className="strands-v" label={name} radius={7.5} />
      </section>
      <p className="next small">
        <span className="m">{i18n._("What happens next.")}</span> {strands.next}
      </p>
      <StrandsTable strands={strands} words={words} />
    </section>
  );
}

/** The width in px that the page gives to the picture; undefined before it is known. */
function useOfferedWidth(box: { readonly current: HTMLElement | null }): number | undefined {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver((entries) => {
      const seen = entries[0]?.contentRect.width;
      if (seen !== undefined) setWidth(Math.floor(seen));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
