/** What of pdfmake is used here; it comes without types. */
declare module "pdfmake" {
  interface Made {
    getBuffer(): Promise<Uint8Array>;
  }
  const pdfmake: {
    readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setLocalAccessPolicy(policy: (path: string) => boolean): void;
    setUrlAccessPolicy(policy: (url: string) => boolean): void;
    createPdf(document: object): Made;
  };
  // biome-ignore lint/style/noDefaultExport: the package exports so
  export default pdfmake;
}

declare module "pdfmake/build/vfs_fonts.js" {
  const fonts: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the package exports so
  export default fonts;
}
