import { z } from 'zod';
import { newsAskedFrom } from '#lib/radar/news/asked-news.ts';
import { REASONS } from '#lib/radar/news/reason.ts';
import { askedDigest, contextOf } from '#lib/radar/news/week/news-week.ts';
import { newsSchema } from '#lib/radar/news/week/news-schema.ts';
import { weekJson } from '#lib/radar/news/week/week-json.ts';
import { ToolError, type Tool } from './tool.ts';

const input = z.strictObject({
	week: z.string().optional().describe('Such as 2026-W35; default: the newest with news'),
	projects: z.array(z.string()).default([]).describe('Ids; default: all projects'),
	reasons: z.array(z.enum(REASONS)).default([]).describe('Why an item is told; default: all')
});
const { notice, credits, week, opening, lines, folded } = newsSchema.shape;
const line = lines.element.pick({
	...{ day: true, title: true, url: true, source: true, version: true, projects: true },
	...{ text: true, reason: true }
});
const output = z.object({
	...{ notice, credits, week, opening },
	lines: z.array(line).describe('In the order of their weight'),
	folded: z.array(folded.element.pick({ what: true, count: true }))
});

export const newsTool: Tool<typeof input, typeof output> = {
	name: 'news',
	title: 'News of a week',
	description:
		'What happened to the projects in a week: ring changes, releases, security fixes, articles; each with day, reason and source.',
	input,
	output,
	run: ({ week: id, projects, reasons }, source) => {
		const whole = source.week(id ?? null);
		if (whole === null) {
			throw new ToolError(
				id === undefined
					? 'There is no news yet.'
					: `There is no news of "${id}": weeks are written as 2026-W35.`
			);
		}
		const unknown = projects.filter((project) => whole.projects[project] === undefined);
		if (unknown.length > 0) {
			throw new ToolError(`There is no news of ${unknown.join(', ')} in ${whole.week.id}.`);
		}
		const params = new URLSearchParams([
			...projects.map((project) => ['project', project]),
			...reasons.map((reason) => ['reason', reason])
		]);
		const digest = askedDigest(whole, newsAskedFrom(params));
		return Promise.resolve(weekJson(digest, contextOf(whole), source.place(), whole.edition));
	}
};
