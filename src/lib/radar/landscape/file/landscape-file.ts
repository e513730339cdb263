import { stringify } from 'yaml';
import type { LandscapeItem } from '#lib/radar/landscape/landscape.ts';
import { CNCF, maturityWord, type Foundation } from '#lib/radar/landscape/foundation.ts';
import { formatPath } from '#lib/radar/landscape/path.ts';
import { githubUrl } from '#lib/radar/words/addresses.ts';

export interface LandscapeOrigin {
	url: string;
	/** Commit or ETag; null when unknown. */
	version: string | null;
	date: string;
}

/** Writes facts only, in the landscape's format; leaves out prose and logos. */
export function formatLandscape(
	categories: readonly { name: string; subcategories: readonly string[] }[],
	items: readonly LandscapeItem[],
	origin: LandscapeOrigin,
	foundation: Foundation = CNCF
): string {
	const used = new Set(items.flatMap((item) => [item.path, ...item.secondPaths]).map(formatPath));
	const landscape = categories
		.map(({ name, subcategories }) => ({
			name,
			subcategories: subcategories
				.filter((subcategory) => used.has(formatPath({ category: name, subcategory })))
				.map((subcategory) => ({
					name: subcategory,
					items: items
						.filter((item) => item.path.category === name && item.path.subcategory === subcategory)
						.map((item) => factsOf(item, foundation))
				}))
		}))
		.filter((category) => category.subcategories.length > 0);
	const head = [
		`# Facts of the part of the ${foundation.name} landscape that is rated: names, addresses, places, maturity, dates. No descriptions, no logos.`,
		`# From ${origin.url}${origin.version === null ? '' : ` at ${origin.version}`}, ${origin.date}. ${foundation.licence}.`,
		''
	].join('\n');
	return head + stringify({ landscape }, { lineWidth: 0 });
}

function factsOf(item: LandscapeItem, foundation: Foundation): Record<string, unknown> {
	const extra = {
		accepted: item.accepted ?? undefined,
		incubating: item.incubating ?? undefined,
		graduated: item.graduated ?? undefined,
		archived: item.archived ?? undefined,
		ai: item.ai || undefined,
		specification: item.specification || undefined,
		audits:
			item.securityAudits.length > 0
				? item.securityAudits.map((date) => ({ date, type: 'security' }))
				: undefined
	};
	const filled = Object.values(extra).some((value) => value !== undefined);
	return {
		name: item.name,
		homepage_url: item.homepage ?? undefined,
		repo_url: item.repositoryUrl ?? undefined,
		additional_repos:
			item.additionalRepositories.length > 0
				? item.additionalRepositories.map((name) => ({ repo_url: githubUrl(name) }))
				: undefined,
		project: item.maturity === null ? undefined : maturityWord(foundation, item.maturity),
		url_for_bestpractices: item.bestPractices ?? undefined,
		second_path: item.secondPaths.length > 0 ? item.secondPaths.map(formatPath) : undefined,
		extra: filled ? extra : undefined
	};
}
