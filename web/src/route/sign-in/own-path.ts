/** Where signing in leads back to: only a path of ours, never an address of another site out of a link. */
export function ownPath(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])/.test(back) ? back : "/";
}
