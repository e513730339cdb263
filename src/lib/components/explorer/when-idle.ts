/** Does something once the page has nothing else to do; soon, in browsers that do not tell. */
export function whenIdle(run: () => void): void {
	if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 1000 });
	else setTimeout(run, 200);
}
