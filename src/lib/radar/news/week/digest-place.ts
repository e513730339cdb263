import { credits } from '#lib/radar/export/credits.ts';
import { LICENSE } from '#lib/radar/export/radar-json.ts';
import type { Settings } from '#lib/radar/model/settings.ts';
import { itemPath } from '#lib/radar/news/item-path.ts';
import type { NewsItem } from '#lib/radar/news/item.ts';
import type { Week } from './week.ts';

/** Where a digest that is taken along leads, and what it says of itself. */
export interface DigestPlace {
	title: string;
	/** The site's address with a slash at its end; null where it is not known. */
	site: string | null;
	/** Address of the radar's own repository, where what is wrong is reported. */
	repository: string;
	/** "Unofficial. Computed from public data, not voted on." */
	notice: string;
	/** Whose facts it rests on, in sentences. */
	credits: string;
	license: string;
	attribution: Settings['attribution'];
}

/** `site`: the site's address with a slash at its end; null where it is not known. */
export const digestPlace = (
	{ title, site: { repository, notice }, attribution }: Settings,
	site: string | null
): DigestPlace => ({
	title,
	site,
	repository,
	notice,
	credits: credits({ attribution, license: LICENSE }),
	license: LICENSE,
	attribution
});

/** Where an item is read: at its source, else on this site. Null without a site. */
export const itemAddress = (item: NewsItem, site: string | null): string | null =>
	item.url ?? (site === null ? null : `${site}${itemPath(item)}`);

export const weekAddress = ({ id }: Week, site: string | null): string | null =>
	site === null ? null : `${site}news/${id}`;

export const reportAddress = ({ repository }: DigestPlace, about: string): string =>
	`${repository.replace(/\/$/, '')}/issues/new?title=${encodeURIComponent(`News: ${about}`)}`;
