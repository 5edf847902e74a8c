// The only place that measures the first page: what a visitor's browser has to fetch of script before anything works.
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

interface Options {
  /** Part of the name of the first page's file. */
  readonly page: string;
  /** Bytes of script after gzip; more fails the build. */
  readonly most: number;
}

export function firstPage({ page, most }: Options): Plugin {
  return {
    name: "first-page",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const needed = new Set<Rolldown.OutputChunk>();
      const add = (chunk: Rolldown.OutputChunk) => {
        if (needed.has(chunk)) return;
        needed.add(chunk);
        for (const name of chunk.imports) {
          const other = chunks.find((one) => one.fileName === name);
          if (other !== undefined) add(other);
        }
      };
      for (const chunk of chunks) {
        const id = chunk.facadeModuleId ?? "";
        if (chunk.isEntry || id.includes(page) || /src\/(locale|route\/public\/locale)\/en\.po/.test(id)) add(chunk);
      }
      const sizes = [...needed].map((chunk) => ({ name: chunk.fileName, bytes: gzipSync(chunk.code).length }));
      const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
      const list = sizes.map(({ name, bytes }) => `${name} ${kilo(bytes)}`).join(", ");
      this.info(`first page: ${kilo(total)} of script after gzip, at most ${kilo(most)} (${list})`);
      if (total > most) this.error(`the first page has grown to ${kilo(total)} of script; at most ${kilo(most)}`);
    },
  };
}

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
