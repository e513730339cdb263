import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Explorer } from '#lib/components/explorer/explorer.svelte.ts';
import { PAGES } from '../site/pages.ts';
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
	run: () => void;
}

/** Pages missing from the navigation. */
const FURTHER_PAGES = [
	{ route: '/poster', label: 'the poster' },
	{ route: '/data', label: 'the data and feeds' },
	{ route: '/your-radar', label: 'your radar beside this one' }
] as const;

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
		...pageActions(PAGES.slice(1))
	];
}

/** As links, for pages without a radar. */
export const actionsElsewhere = (segments: readonly { name: string }[]): Command[] => [
	...pageActions(PAGES),
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
	)
];

export const goToProject = (id: string): void => void goto(resolve('/projects/[id]', { id }));

const pageActions = (pages: readonly (typeof PAGES)[number][]): Command[] =>
	[...pages, ...FURTHER_PAGES].map(({ route, label }) =>
		action(`page ${route}`, `Go to ${label}`, () => void goto(resolve(route)), 'Page')
	);

const action = (
	id: string,
	label: string,
	run: () => void,
	kind = 'Action',
	glyph: string | null = null
): Command => ({ id, label, kind, glyph, run });

/** Each typed word must begin a word of the label. */
export function matchingActions(actions: readonly Command[], text: string): Command[] {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	return actions.filter(({ label }) => {
		const parts = label.toLowerCase().split(/\s+/);
		return words.every((word) => parts.some((part) => part.startsWith(word)));
	});
}
