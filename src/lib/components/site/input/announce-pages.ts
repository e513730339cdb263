import { onNavigate } from '$app/navigation';

/** Else the router reads titles over the page's message. */
export function announcePagesOnly(): void {
	onNavigate(({ from, to }) => {
		const isSame = from?.url.pathname === to?.url.pathname;
		document
			.getElementById('svelte-announcer')
			?.setAttribute('aria-live', isSame ? 'off' : 'assertive');
	});
}
