function isDark(): boolean {
	const chosen = document.documentElement.dataset.theme;
	return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** app.html takes the choice over before the first paint, and from other windows. `toSystem`: forgets the choice. */
export function switchTheme(toSystem = false): void {
	const theme = toSystem ? null : isDark() ? 'light' : 'dark';
	if (theme) document.documentElement.dataset.theme = theme;
	else delete document.documentElement.dataset.theme;
	try {
		if (theme) localStorage.setItem('theme', theme);
		else localStorage.removeItem('theme');
	} catch {
		// Blocked storage: the choice lasts for this page.
	}
}
