import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Explorer } from '#lib/components/explorer/explorer.svelte.ts';
import { ALL_PAGES } from '../site/pages.ts';
import { switchTheme } from '../site/theme.ts';
import { wish } from './palette-wish.svelte.ts';
import { queryText } from '#lib/radar/words/addresses.ts';
import { RING_WORDS } from '#lib/radar/words/labels.ts';
import { paramsFrom, nothingAsked } from '#lib/radar/explore/asked.ts';
import { RINGS } from '#lib/radar/words/vocabulary.ts';

export interface Command {
	id: string;
	label: string;
	kind: string;
	/** Null: no sign. */
	glyph: string | null;
	/** Of a project's segment; absent elsewhere. */
	hue?: string | undefined;
	/** Other words for it. */
	synonyms?: string;
	run: () => void;
}

/** What people call a page besides its title. */
const SYNONYMS: Partial<Record<(typeof ALL_PAGES)[number]['route'], string>> = {
	'/methodology': 'methodology score weights model explain',
	'/glossary': 'terms words meaning definition help',
	'/data': 'csv json xlsx excel export download api badge byor backstage svg',
	'/data-quality': 'crawl missing defects health sources',
	'/about': 'licence license contact imprint',
	'/get-involved': 'correct report error issue contribute mistake propose add',
	'/stack': 'sbom package.json requirements dependencies upload',
	'/guide': 'use case recommend which choose',
	'/what-if': 'weights sliders simulate',
	'/candidates': 'lacks missing projects',
	'/changes': 'moved diff history',
	'/players': 'companies organisations vendors who',
	'/poster': 'print pdf a3',
	'/your-radar': 'own company import beside'
};

export function actionsOf(explorer: Explorer): Command[] {
	const {
		edition: { segments },
		opened,
		view
	} = explorer;
	return [
		...(opened === null
			? []
			: [
					action('compare', `Compare ${opened.name} with others`, () => {
						const query = queryText({ p: opened.id, edition: view.edition });
						void goto(resolve(`/compare${query}`));
					})
				]),
		...(explorer.isNarrowed
			? [action('clear', 'Clear search and filters', () => explorer.clear())]
			: []),
		...(explorer.segment === null
			? []
			: [action('whole', 'Show all segments', () => explorer.zoom(null))]),
		...segments
			.filter(({ name }) => name !== explorer.segment)
			.map(({ name }) =>
				action(`zoom ${name}`, `Zoom into ${name}`, () => explorer.zoom(name), 'Segment')
			),
		...RINGS.map((ring) =>
			action(
				`ring ${ring}`,
				`${explorer.filter.ring.includes(ring) ? 'Stop filtering by' : 'Filter by'} ${RING_WORDS[ring]}`,
				() => explorer.toggle('ring', ring),
				'Ring',
				ring
			)
		),
		action(
			'names',
			explorer.view.names ? 'Hide names on the chart' : 'Show names on the chart',
			() => void explorer.show({ names: !explorer.view.names })
		),
		...pageActions().filter(({ id }) => id !== 'page /'),
		...siteActions()
	];
}

/** As links, for pages without a radar. */
export const actionsElsewhere = (segments: readonly { name: string }[]): Command[] => [
	...pageActions(),
	...segments.map(({ name }) =>
		action(
			`zoom ${name}`,
			`Zoom into ${name}`,
			() => void goto(resolve(`/?${paramsFrom({ ...nothingAsked(), segment: name })}`)),
			'Segment'
		)
	),
	...RINGS.map((ring) =>
		action(
			`ring ${ring}`,
			`Filter by ${RING_WORDS[ring]}`,
			() => void goto(resolve(`/?ring=${ring}`)),
			'Ring',
			ring
		)
	),
	...siteActions()
];

export const goToProject = (id: string): void => void goto(resolve('/projects/[id]', { id }));

const pageActions = (): Command[] =>
	ALL_PAGES.map(({ route, label }) => ({
		...action(`page ${route}`, `Go to ${label}`, () => void goto(resolve(route)), 'Page'),
		synonyms: SYNONYMS[route] ?? ''
	}));

/** What can be done on every page. */
const siteActions = (): Command[] => [
	{
		...action('theme', 'Switch between light and dark', () => switchTheme()),
		synonyms: 'theme mode colours night'
	},
	{
		...action('copy', 'Copy link to this page', () => void copyAddress()),
		synonyms: 'share url address'
	},
	{
		...action('export', 'Export projects as CSV', () => leaveFor('/api/v1/radar.csv')),
		synonyms: 'download excel spreadsheet data'
	},
	{
		...action('feed', 'Follow changes by feed', () => leaveFor('/feed.xml')),
		synonyms: 'rss atom subscribe news'
	},
	{
		...action('badge', 'Get a badge', () => void goto(resolve('/data'))),
		synonyms: 'shield readme embed svg'
	},
	{
		...action('report', 'Report an error', () => void goto(resolve('/get-involved'))),
		synonyms: 'correct wrong fix issue github bug'
	},
	{
		...action('keys', 'Show keys and signs', () => (wish.open = 'keys')),
		synonyms: 'keyboard shortcuts legend help glyphs'
	}
];

const leaveFor = (path: '/api/v1/radar.csv' | '/feed.xml'): void => location.assign(resolve(path));

async function copyAddress(): Promise<void> {
	try {
		await navigator.clipboard.writeText(location.href);
	} catch {
		// A browser may refuse; the address bar has it.
	}
}

const action = (
	id: string,
	label: string,
	run: () => void,
	kind = 'Action',
	glyph: string | null = null
): Command => ({ id, label, kind, glyph, run });

/** Each typed word must begin a word of the label or of its synonyms. */
export function matchingActions(actions: readonly Command[], text: string): Command[] {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	return actions.filter(({ label, synonyms = '' }) => {
		const parts = `${label} ${synonyms}`.toLowerCase().split(/\s+/);
		return words.every((word) => parts.some((part) => part.startsWith(word)));
	});
}
