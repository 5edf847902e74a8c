/** After a new version was put in place, an open page may ask for a part that is gone: it is loaded again, once. */

const mark = "mh-reloaded-at";
const onceWithin = 10_000;

/** Vite tells of a part that cannot be loaded; a second failure within ten seconds is shown as what it is. */
export function reloadWhenStale(): void {
  window.addEventListener("vite:preloadError", (event) => {
    const last = Number(sessionStorage.getItem(mark) ?? 0);
    if (Date.now() - last < onceWithin) return;
    event.preventDefault();
    sessionStorage.setItem(mark, String(Date.now()));
    window.location.reload();
  });
}
