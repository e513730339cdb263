import type { Edition } from '#lib/radar/model/placement.ts';
import { itemAddress, type DigestPlace } from './digest-place.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import { sourceName, type NewsContext, type NewsLine } from './news-line.ts';
import { NEWS_SCHEMA_ADDRESS, NEWS_SCHEMA_VERSION, type NewsDocument } from './news-schema.ts';
import type { WeekDigest } from './week-digest.ts';

type ItemDocument = NewsDocument['folded'][number]['items'][number];

function itemJson(item: NewsItem, context: NewsContext, site: string | null): ItemDocument {
	const { move, release } = item.facts;
	return {
		id: item.id,
		kind: item.kind,
		day: item.day,
		undated: item.undated,
		title: item.title,
		url: itemAddress(item, site),
		source: { id: item.source, name: sourceName(item.source, context) },
		version: item.version,
		projects: item.projects.map(({ project, how }) => {
			const known = context.projects.get(project);
			return { id: project, name: known?.name ?? null, ring: known?.ring ?? null, how };
		}),
		release:
			release === undefined
				? null
				: {
						step: release.step,
						prerelease: release.prerelease,
						previous: release.previous,
						notes: release.notes === undefined ? null : notesJson(release.notes)
					},
		move: move === undefined ? null : { from: move.from, to: move.to, reason: move.reason }
	};
}

type Notes = NonNullable<NonNullable<ItemDocument['release']>['notes']>;

const notesJson = ({
	security,
	advisories,
	breaking,
	deprecated,
	added,
	fixed,
	requires
}: Notes) => ({
	security,
	advisories,
	breaking,
	deprecated,
	added,
	fixed,
	requires
});

/** A week as `news.json`; quoted sentences stay out. */
export function weekJson(
	digest: WeekDigest,
	context: NewsContext,
	place: DigestPlace,
	{ id, date, kind, modelVersion }: Edition
): NewsDocument {
	const { week, opening, lines, more, folded } = digest;
	const one = (item: NewsItem) => itemJson(item, context, place.site);
	const line = ({ item, also, text, reason, summary }: NewsLine) => ({
		...one(item),
		text,
		summary,
		reason,
		also: also.map(one)
	});
	return {
		$schema: NEWS_SCHEMA_ADDRESS,
		schemaVersion: NEWS_SCHEMA_VERSION,
		title: place.title,
		notice: place.notice,
		credits: place.credits,
		license: place.license,
		attribution: place.attribution,
		edition: { id, date, kind, modelVersion },
		week: { id: week.id, from: week.from, to: week.to },
		opening,
		lines: [...lines, ...more].map(line),
		folded: folded.map(({ what, lines: group }) => ({
			what,
			count: group.length,
			items: group.map(({ item }) => one(item))
		}))
	};
}
