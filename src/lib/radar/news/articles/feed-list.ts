import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { refuser, refuseRepeated } from '#lib/radar/input/refusal.ts';
import { checkYaml, InputError, placeIn, readYaml } from '#lib/radar/input/yaml.ts';
import { canonicalAddress } from './canonical-address.ts';

const webAddress = z.url({ protocol: /^https?$/ });

const feedSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected lower case letters, digits and dashes'),
	/** As named beside its items: never a person. */
	name: z.string().min(1),
	url: webAddress,
	/** The blog itself. */
	site: webAddress,
	/** Ids of the projects whose own blog it is; `all`: it writes about any. */
	about: z.union([z.literal('all'), z.array(z.string()).min(1)]),
	/** Whether one sentence of an article may be shown, in quotation marks, with name and link. */
	quote: z.boolean(),
	/** SPDX id of what the blog publishes; null: none was found. */
	licence: z.string().min(1).nullable(),
	since: daySchema,
	/** Its owner asked to be left out, or it is gone: never asked again. */
	off: z.strictObject({ date: daySchema, link: webAddress, reason: z.string().min(1) }).optional()
});
/** One entry of `data/feeds.yml`. */
export type FeedSource = z.output<typeof feedSchema>;

const feedsSchema = z.strictObject({
	feeds: z.array(feedSchema).superRefine((feeds, context) => {
		const refuse = refuser(context);
		const ids = feeds.map(({ id }, f) => ({ id, path: [f, 'id'] }));
		refuseRepeated(refuse, 'feed', ids);
		const urls = feeds.map(({ url }, f) => ({
			id: canonicalAddress(url) ?? url,
			path: [f, 'url']
		}));
		refuseRepeated(refuse, 'the address', urls);
	})
});

/**
 * Reads `data/feeds.yml`. `projects`: the ids that `about` may name.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
export function parseFeeds(
	text: string,
	file: string,
	projects: ReadonlySet<string>
): FeedSource[] {
	const source = readYaml(text, file);
	const { feeds } = checkYaml(source, feedsSchema);
	const unknown = feeds.flatMap(({ about }, f) =>
		about === 'all'
			? []
			: about.flatMap((id, a) =>
					projects.has(id)
						? []
						: [
								placeIn(source, {
									path: ['feeds', f, 'about', a],
									message: `there is no project ${id}; name ids as in data/membership, or write all`
								})
							]
				)
	);
	if (unknown.length > 0) throw new InputError(unknown);
	return feeds;
}
