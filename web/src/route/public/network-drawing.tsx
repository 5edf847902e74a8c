/** Where the vouchers of the network went: strands from the park that pays to the park of the provider, with their table. */
import { useLingui } from "@lingui/react";
import type { NetworkLinks } from "@multihelix/core/view/network-links.ts";
import { ParkShapePath } from "../../component/park-shape.tsx";
import type { NetworkPark } from "../../network.ts";
import { box, type Picture, type PictureNode, pictureOf } from "./network-geometry.ts";

interface Props {
  readonly links: NetworkLinks;
  readonly parks: readonly NetworkPark[];
}

export function NetworkDrawing({ links, parks }: Props) {
  const { i18n } = useLingui();
  const name = (id: string) => parks.find((park) => park.id === id)?.name ?? id;
  const [largest] = links.links;
  const said = i18n._(
    "{count, plural, one {# voucher} other {# vouchers}}, from the park that pays to the park of the provider.",
    {
      count: links.vouchers,
    },
  );
  const most =
    largest === undefined
      ? ""
      : i18n._("Most go from {from} to {to}: {count}.", {
          from: name(largest.from),
          to: name(largest.to),
          count: largest.vouchers,
        });
  return (
    <figure className="network-picture">
      <Drawing
        picture={pictureOf(
          links,
          parks.map(({ id }) => id),
        )}
        parks={parks}
        label={`${said} ${most}`}
      />
      <figcaption className="small muted">
        {said} {most}
      </figcaption>
      <Twin links={links} name={name} />
    </figure>
  );
}

interface DrawingProps {
  readonly picture: Picture;
  readonly parks: readonly NetworkPark[];
  readonly label: string;
}

function Drawing({ picture, parks, label }: DrawingProps) {
  const { i18n } = useLingui();
  return (
    <svg viewBox={`0 0 ${box.width} ${picture.height}`} role="img" aria-label={label}>
      <text x={box.left} y="22" textAnchor="end" className="head">
        {i18n._("Paid by")}
      </text>
      <text x={box.right} y="22" className="head">
        {i18n._("Provider at")}
      </text>
      {picture.strands.map(({ from, to, path, thick }) => (
        <path key={`${from} ${to}`} className="strand" data-park={from} d={path} strokeWidth={thick} />
      ))}
      {picture.left.map((node) => (
        <Node key={node.parkId} node={node} parks={parks} side="left" />
      ))}
      {picture.right.map((node) => (
        <Node key={node.parkId} node={node} parks={parks} side="right" />
      ))}
    </svg>
  );
}

interface NodeProps {
  readonly node: PictureNode;
  readonly parks: readonly NetworkPark[];
  readonly side: "left" | "right";
}

function Node({ node, parks, side }: NodeProps) {
  const park = parks.find(({ id }) => id === node.parkId);
  if (park === undefined) return null;
  const [mark, words] = side === "left" ? [box.left - 20, box.left - 28] : [box.right + 7, box.right + 28];
  const anchor = side === "left" ? "end" : "start";
  return (
    <g>
      <g className="mark" data-park={park.id} transform={`translate(${mark} ${node.y - 6.5}) scale(0.8125)`}>
        <ParkShapePath shape={park.shape} />
      </g>
      <text x={words} y={node.y + 1} textAnchor={anchor} className="name">
        {park.name}
      </text>
      <text x={words} y={node.y + 17} textAnchor={anchor} className="count">
        {node.vouchers}
      </text>
    </g>
  );
}

function Twin({ links: { links }, name }: { readonly links: NetworkLinks; readonly name: (id: string) => string }) {
  const { i18n } = useLingui();
  const heads = [i18n._("Paid by"), i18n._("Provider at"), i18n._("Vouchers")];
  const rows = links.map(({ from, to, vouchers }) => [name(from), name(to), String(vouchers)]);
  const csv = [heads, ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\r\n");
  return (
    <details className="twin">
      <summary>{i18n._("Same picture as a table")}</summary>
      <table>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index === 2 ? "n" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([from, to, count]) => (
            <tr key={`${from} ${to}`}>
              <td>{from}</td>
              <td>{to}</td>
              <td className="n">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`} download="vouchers-between-parks.csv">
        {i18n._("Table as CSV")}
      </a>
    </details>
  );
}
