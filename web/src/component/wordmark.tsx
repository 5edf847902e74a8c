/** The mark of the product: two strands that cross; the name beside it is text. */
export function Wordmark() {
  return (
    <>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <g fill="none" strokeWidth="4" strokeLinecap="round">
          <path d="M4 24C14 24 18 8 28 8" stroke="var(--accent-line)" />
          <path d="M4 8C14 8 18 24 28 24" stroke="var(--surface)" strokeWidth="8" strokeLinecap="butt" />
          <path d="M4 8C14 8 18 24 28 24" stroke="var(--accent)" />
        </g>
      </svg>
      MultiHelix
    </>
  );
}
