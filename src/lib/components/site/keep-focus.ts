import { onNavigate } from '$app/navigation';

/**
 * Leaves the focus where it is when "back" and "forward" lead to another view of the same page; the router would drop it.
 * Called as a component is made.
 */
export function keepFocusOnSteps(): void {
	onNavigate(({ type, from, to }) => {
		if (type !== 'popstate' || from?.url.pathname !== to?.url.pathname) return;
		const { activeElement } = document;
		return () => {
			// What has opened or closed meanwhile may have taken it.
			if (document.activeElement !== document.body) return;
			if (activeElement instanceof HTMLElement || activeElement instanceof SVGElement)
				activeElement.focus({ preventScroll: true });
		};
	});
}
