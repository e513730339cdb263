import { inc, type SemVer } from 'semver';
import { daysBetween } from '#lib/radar/words/days.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { plural } from '#lib/radar/words/numbers.ts';
import type { NewsFacts, NewsItem, NotesFacts } from '#lib/radar/news/item.ts';
import { tagVersion } from '#lib/radar/news/releases/version.ts';

type Release = NonNullable<NewsFacts['release']>;

const STEP_WORDS: Record<NonNullable<Release['step']>, string> = {
	'first-stable': 'first stable',
	major: 'major',
	minor: 'minor',
	patch: 'patch'
};
/** So many ids are named. */
const NAMED = 3;

/** "1 breaking change, 2 security fixes (CVE-…), 14 new"; empty where the notes say nothing that counts. */
export function notesText(notes: NotesFacts): string {
	const { advisories } = notes;
	const further = advisories.length - NAMED;
	const ids =
		advisories.length === 0
			? ''
			: ` (${advisories.slice(0, NAMED).join(', ')}${further > 0 ? ` and ${further} more` : ''})`;
	return [
		notes.breaking > 0 ? plural(notes.breaking, 'breaking change') : '',
		notes.security > 0 ? `${plural(notes.security, 'security fix', 'security fixes')}${ids}` : '',
		notes.deprecated > 0 ? `${notes.deprecated} deprecated or removed` : '',
		notes.added > 0 ? `${notes.added} new` : '',
		notes.fixed > 0 ? `${notes.fixed} fixed` : '',
		notes.requires.length > 0 ? `requires ${notes.requires.join(', ')}` : ''
	]
		.filter((part) => part !== '')
		.join(', ');
}

/** "minor"; of a line whose beginning is not known, the line. */
function stepText(step: Release['step'], version: SemVer | undefined): string {
	if (step === null) return '';
	if (step === 'patch' || version === undefined || version.patch === 0) return STEP_WORDS[step];
	return `first seen of ${version.major}.${version.minor}`;
}

/** Whether nothing can have come between two versions. */
function follows(before: SemVer | undefined, after: SemVer | undefined): boolean {
	if (before === undefined || after === undefined) return false;
	return (['major', 'minor', 'patch'] as const).some(
		(step) => inc(before.version, step) === after.version
	);
}

function sinceText(
	previous: NonNullable<Release['previous']>,
	version: SemVer | undefined,
	day: Day
): string {
	const adjacent = follows(tagVersion(previous.version)?.semver, version);
	const days = plural(daysBetween(previous.day, day), 'day');
	// Releases between the two may not be known.
	return adjacent
		? `${days} after ${previous.version}`
		: `up from ${previous.version}, seen ${days} before`;
}

function releaseText(release: Release, item: NewsItem): string {
	const { step, prerelease, previous, parts, notes } = release;
	const version = tagVersion(item.version ?? '')?.semver;
	const what = prerelease ? 'pre-release' : stepText(step, version);
	const after = previous === null || prerelease ? '' : sinceText(previous, version, item.day);
	const further = parts > 0 ? `with ${plural(parts, 'further part')}` : '';
	const said = notes === undefined ? '' : notesText(notes);
	const head = [item.title, what, after, further].filter((part) => part !== '').join(', ');
	return `${head}${said === '' ? '' : `: ${said}`}.`;
}

/** An item in one sentence of ours, made of facts; for an article its title, which is its author's. */
export function lineText(item: NewsItem): string {
	const { release, move } = item.facts;
	if (release !== undefined) return releaseText(release, item);
	if (item.kind === 'article') return item.title;
	return move?.reason ? `${item.title}. ${move.reason}` : `${item.title}.`;
}
