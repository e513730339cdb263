export const PAGES = [
	{ route: '/', label: 'Radar' },
	{ route: '/guide', label: 'Guide' },
	{ route: '/table', label: 'Table' },
	{ route: '/landscape', label: 'Landscape' },
	{ route: '/players', label: 'Players' },
	{ route: '/trends', label: 'Trends' },
	{ route: '/news', label: 'News' },
	{ route: '/changes', label: 'Changes' },
	{ route: '/compare', label: 'Compare' },
	{ route: '/stack', label: 'Your stack' },
	{ route: '/what-if', label: 'What if' },
	{ route: '/methodology', label: 'Methodology' },
	{ route: '/about', label: 'About' }
] as const;
