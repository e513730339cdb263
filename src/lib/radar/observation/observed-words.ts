import { daysBetween, dayText } from '#lib/radar/words/days.ts';
import type { ObservedField } from './observed-fields.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { countText, plural } from '#lib/radar/words/numbers.ts';
import { unhyphenated } from '#lib/radar/words/labels.ts';

export const FIELD_WORDS: Record<ObservedField, string> = {
	firstCommit: 'First commit',
	lastCommit: 'Last human commit',
	commitsTotal: 'Commits in all',
	commits365d: 'Commits in a year',
	commits90d: 'Commits in 90 days',
	contributorsTotal: 'Contributors in all',
	authors365d: 'Authors in a year',
	authors90d: 'Authors in 90 days',
	authorsLast100: 'Authors of the last 100 commits',
	absenceFactor: 'Contributor absence factor',
	activeWeeks13: 'Active weeks of the last 13',
	mergedPulls90d: 'Pull requests merged in 90 days',
	mergedPulls365d: 'Pull requests merged in a year',
	openedPulls90d: 'Pull requests opened in 90 days',
	closedPulls90d: 'Pull requests closed in 90 days',
	openedPullsTotal: 'Pull requests opened in all',
	closedPullsTotal: 'Pull requests closed in all',
	mergedPullsTotal: 'Pull requests merged in all',
	stableReleaseDays365d: 'Days with a stable release in a year',
	releasesTotal: 'Releases in all',
	lastStableRelease: 'Last stable release',
	lastStableTag: 'Tag of the last stable release',
	highestVersion: 'Highest version',
	anyPrerelease: 'Prereleases',
	botCommits365d: 'Commits by bots in a year',
	weeklyCommits52w: 'Commits a week',
	license: 'Licence',
	languages: 'Languages',
	securityPolicy: 'Security policy',
	codeOfConduct: 'Code of conduct',
	contributing: 'Contributing guide',
	governance: 'Governance file',
	maintainers: 'Maintainers file',
	adopters: 'Adopters file',
	helmCharts: 'Helm charts',
	kustomizations: 'Kustomizations',
	containerfiles: 'Container files',
	crds: 'Custom resource definitions',
	stars: 'Stars',
	forks: 'Forks',
	openIssues: 'Open issues',
	openPulls: 'Open pull requests',
	dependents: 'Dependent repositories',
	scorecard: 'OpenSSF Scorecard',
	ownerType: 'Owner',
	archived: 'Archived',
	disabled: 'Disabled',
	fork: 'Fork',
	empty: 'Empty',
	gone: 'Gone',
	nameWithOwner: 'Name at GitHub'
};

export const fieldText = (field: string): string =>
	(FIELD_WORDS as Record<string, string | undefined>)[field] ?? field;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_PARTS = 4;

export function observedText(value: unknown): string {
	if (typeof value === 'number') return Number.isInteger(value) ? countText(value) : String(value);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'string') return DAY.test(value) ? dayText(value) : value;
	if (!Array.isArray(value)) return String(value);
	if (value.length === 0) return 'none';
	if (value.every((part) => typeof part === 'number')) {
		return `${countText(value.reduce((sum, part) => sum + part, 0))} in ${plural(value.length, 'week')}`;
	}
	const names = value.map((part: unknown) => String(Array.isArray(part) ? part[0] : part));
	const more = names.length - MOST_PARTS;
	return names.slice(0, MOST_PARTS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

export function metricText(value: number | string, unit: string): string {
	if (typeof value === 'string') return unhyphenated(value);
	const number = Number.isInteger(value) ? countText(value) : value.toFixed(2);
	return unit === '' || unit === 'ratio' ? number : `${number} ${value === 1 ? oneOf(unit) : unit}`;
}

const oneOf = (unit: string): string => (unit === 'people' ? 'person' : unit.replace(/s$/, ''));

const MONTH_DAYS = 30.4;

export const seenText = (observedOn: Day, on: Day): string =>
	observedOn > on ? `noted ${dayText(observedOn)}` : dayText(observedOn);

export function ageText(observedOn: Day, on: Day): string {
	const days = daysBetween(observedOn, on);
	const edition = dayText(on);
	if (days < 0) return `after ${edition}`;
	if (days === 0) return `on ${edition}`;
	if (days < 60) return `${plural(days, 'day')} before ${edition}`;
	return days < 730
		? `${plural(Math.round(days / MONTH_DAYS), 'month')} before ${edition}`
		: `${plural(Math.floor(days / 365.25), 'year')} before ${edition}`;
}

/** "By 28 June 2026" of a last commit on the day that it was looked for: further ones may have followed that day. */
export const valueSeen = (seen: { field: string; value: unknown; observedOn: Day }): string => {
	const text = observedText(seen.value);
	return seen.field === 'lastCommit' && seen.value === seen.observedOn ? `by ${text}` : text;
};
