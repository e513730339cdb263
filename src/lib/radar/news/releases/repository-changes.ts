import type { Observation } from '#lib/radar/observation/observation.ts';
import { repositoryKey } from '#lib/radar/landscape/repository-address.ts';
import { newsItem, type NewsFacts, type NewsItem } from '#lib/radar/news/item.ts';
import type { ReleasingProject } from './releases.ts';
import { by } from '#lib/radar/words/order.ts';
import { githubUrl } from '#lib/radar/words/addresses.ts';

type Change = NonNullable<NewsFacts['change']>;
type Seen = Pick<Observation, 'observedOn' | 'values' | 'source' | 'mirror'>;

const RECOGNISED = (license: string | undefined): string | undefined =>
	license === 'NOASSERTION' ? undefined : license;

function titleOf(name: string, { what, from, to }: Change): string {
	if (what === 'archived') return `${name}’s repository is archived`;
	if (what === 'home') return `${name} moved to ${to}`;
	return `${name} changed its licence from ${from} to ${to}`;
}

/**
 * What a project's repository became between two observations by the same source: archived, moved, under another licence.
 * Only values known on both sides are compared, and a licence that was not recognised is not known.
 */
export function repositoryItems(
	{ id, name, repository }: ReleasingProject,
	observations: readonly Seen[]
): NewsItem[] {
	const bySource = Map.groupBy(
		observations.filter(({ mirror }) => !mirror),
		({ source }) => source
	);
	return [...bySource.values()].flatMap((seen) => {
		const items: NewsItem[] = [];
		const last: { license?: string; home?: string; archived?: boolean } = {};
		for (const { observedOn, values } of [...seen].sort(byObservedDay)) {
			const add = (change: Change) =>
				items.push(
					newsItem({
						id: `repository:${observedOn}:${id}:${change.what}`,
						kind: 'repository',
						source: repository,
						day: observedOn,
						title: titleOf(name, change),
						url: githubUrl(change.what === 'home' ? (change.to ?? repository) : repository),
						projects: [{ project: id, how: 'own' }],
						facts: { change }
					})
				);
			const license = RECOGNISED(values.license);
			const { nameWithOwner: home, archived } = values;
			if (license !== undefined && last.license !== undefined && license !== last.license) {
				add({ what: 'licence', from: last.license, to: license });
			}
			if (home !== undefined && last.home !== undefined) {
				if (repositoryKey(home) !== repositoryKey(last.home)) {
					add({ what: 'home', from: last.home, to: home });
				}
			}
			if (archived === true && last.archived === false) {
				add({ what: 'archived', from: null, to: null });
			}
			last.license = license ?? last.license;
			last.home = home ?? last.home;
			last.archived = archived ?? last.archived;
		}
		return items;
	});
}

const byObservedDay = by(({ observedOn }: Seen) => observedOn);
