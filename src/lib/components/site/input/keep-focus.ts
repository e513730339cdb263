import { onNavigate } from '$app/navigation';

/** The router would drop the focus. */
export function keepFocusOnSteps(): void {
	onNavigate(({ type, from, to }) => {
		if (type !== 'popstate' || from?.url.pathname !== to?.url.pathname) return;
		const { activeElement } = document;
		return () => {
			// Opening or closing may take it.
			if (document.activeElement !== document.body) return;
			if (activeElement instanceof HTMLElement || activeElement instanceof SVGElement)
				activeElement.focus({ preventScroll: true });
		};
	});
}
