import { onNavigate } from '$app/navigation';

/**
 * Lets the router read out the title of a page that is come to, but not of another view of the same: there it would cut
 * off what the page says itself. Called as a component is made.
 */
export function announcePagesOnly(): void {
	onNavigate(({ from, to }) => {
		const isSame = from?.url.pathname === to?.url.pathname;
		document
			.getElementById('svelte-announcer')
			?.setAttribute('aria-live', isSame ? 'off' : 'assertive');
	});
}
