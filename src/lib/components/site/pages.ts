export const PAGES = [
	{ route: '/', label: 'Radar' },
	{ route: '/guide', label: 'Guide' },
	{ route: '/news', label: 'News' },
	{ route: '/landscape', label: 'Landscape' },
	{ route: '/table', label: 'Table' },
	{ route: '/changes', label: 'Changes' },
	{ route: '/trends', label: 'Trends' }
] as const;

const TOOLS = [
	{ route: '/compare', label: 'Compare' },
	{ route: '/stack', label: 'Your stack' },
	{ route: '/your-radar', label: 'Your radar' },
	{ route: '/what-if', label: 'What if' }
] as const;

const ABOUT = [
	{ route: '/methodology', label: 'How ratings work' },
	{ route: '/glossary', label: 'Glossary' },
	{ route: '/players', label: 'Players' },
	{ route: '/data', label: 'Data and badges' },
	{ route: '/data-quality', label: 'Data quality' },
	{ route: '/about', label: 'About' }
] as const;

const FURTHER = [
	{ route: '/candidates', label: 'Candidates' },
	{ route: '/poster', label: 'Poster' },
	{ route: '/get-involved', label: 'Get involved' }
] as const;

/** Unfolded in the header. */
export const MENUS = [
	{ title: 'Tools', pages: TOOLS },
	{ title: 'About', pages: ABOUT }
] as const;

/** Every page, as the footer's columns. */
export const SITE_MAP = [
	{ title: 'Explore', pages: [PAGES[0], PAGES[1], PAGES[3], PAGES[4], FURTHER[1]] },
	{ title: 'What is new', pages: [PAGES[2], PAGES[5], PAGES[6], FURTHER[0]] },
	{ title: 'Tools', pages: [...TOOLS, ABOUT[3]] },
	{ title: 'About', pages: [ABOUT[0], ABOUT[1], ABOUT[2], ABOUT[4], ABOUT[5], FURTHER[2]] }
] as const;

export const ALL_PAGES = [...PAGES, ...TOOLS, ...ABOUT, ...FURTHER] as const;
