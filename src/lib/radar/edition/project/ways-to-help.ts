import { safeUrl } from '#lib/radar/words/addresses.ts';

export interface WayToHelp {
	id: string;
	title: string;
	text: string;
	/** What the link says. */
	action: string;
	/** Null when the repository is no web address. */
	url: string | null;
}

const FORMS = [
	[
		'correction',
		'Correct a figure',
		'A ring, a number, a repository or a name is wrong. Say what is right, with a link that shows it.',
		'Report an error'
	],
	[
		'entry',
		'Propose a project',
		'The {foundation} landscape decides which projects are on the radar. Propose one here, and we help to bring it into the landscape.',
		'Propose an entry'
	],
	[
		'landscape-defect',
		'Mend the landscape',
		'We list misspelt names, missing repositories and duplicates of the landscape file. Each is a small pull request.',
		'Report a defect'
	],
	[
		'guide-fact',
		'Add a fact to the guide',
		'The guide joins projects to stacks. It needs facts such as “serves an OpenAI-compatible API”, each with a source.',
		'Add a fact'
	]
] as const;

/** Each with its issue form in `.github/ISSUE_TEMPLATE`. `foundation`: as sentences name it. */
export function waysToHelp(repository: string, foundation: string): WayToHelp[] {
	const base = safeUrl(repository)?.replace(/\/$/, '') ?? null;
	return FORMS.map(([id, title, text, action]) => ({
		id,
		title,
		text: text.replace('{foundation}', foundation),
		action,
		url: base === null ? null : `${base}/issues/new?template=${id}.yml`
	}));
}
