import { z } from 'zod';
import type { Defect, DefectKind } from '#lib/radar/landscape/defect.ts';
import { readItemAddress } from './landscape-address.ts';
import { describeUnknownKeys } from './landscape-keys.ts';
import { formatPath } from '#lib/radar/landscape/path.ts';
import { auditDays, badgeAddress, isMap, listOf, readText, tidy } from './landscape-values.ts';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import {
	readRepositoryAddress,
	type RepositoryAddress
} from '#lib/radar/landscape/repository-address.ts';
import { type Day, type Maturity, type LandscapePath } from '#lib/radar/words/vocabulary.ts';
import { maturityOf, type Foundation } from '#lib/radar/landscape/foundation.ts';
import type { YamlSource } from '#lib/radar/input/yaml.ts';

export interface LandscapeItem {
	name: string;
	homepage: string | null;
	repositoryUrl: string | null;
	repository: RepositoryAddress;
	additionalRepositories: string[];
	maturity: Maturity | null;
	path: LandscapePath;
	/** Existing places only; others become defects. */
	secondPaths: LandscapePath[];
	accepted: Day | null;
	incubating: Day | null;
	graduated: Day | null;
	archived: Day | null;
	securityAudits: Day[];
	/** Address at the OpenSSF badge; null when none is filed. */
	bestPractices: string | null;
	/** `extra.ai`: AI, wherever the item is filed. */
	ai: boolean;
	specification: boolean;
	line: number | null;
}

/** `targets`: further places as written. */
export interface ReadItem {
	item: LandscapeItem;
	targets: { text: unknown; line: number | null }[];
}

export const namedSchema = z.looseObject({ name: z.string().trim().min(1) });

export const malformed = (
	source: YamlSource,
	at: readonly PropertyKey[],
	path: string,
	message: string
): Defect => ({
	line: source.lineOf(at),
	path,
	item: '',
	kind: 'malformed',
	message,
	suggestion: 'Give it a name, or remove it.'
});

/** Null without a name; adds every oddity to `defects`. */
export function readItem(
	source: YamlSource,
	at: readonly PropertyKey[],
	raw: unknown,
	path: LandscapePath,
	defects: Defect[],
	foundation: Foundation
): ReadItem | null {
	const parsed = namedSchema.safeParse(raw);
	const where = formatPath(path);
	if (!parsed.success) {
		defects.push(malformed(source, at, where, 'an item without a name'));
		return null;
	}
	const data = parsed.data;
	const name = tidy(data.name);
	const report = (kind: DefectKind, field: PropertyKey[], message: string, suggestion: string) =>
		defects.push({
			line: source.lineOf([...at, ...field]),
			path: where,
			item: name,
			kind,
			message,
			suggestion
		});

	const extra = isMap(data.extra) ? data.extra : {};
	defects.push(...describeUnknownKeys('item', data, source, at, where, name));
	defects.push(...describeUnknownKeys('extra', extra, source, [...at, 'extra'], where, name));
	if (String(Reflect.get(raw as object, 'name')) !== name)
		report('text', ['name'], 'stray white space in the name', `Write "${name}".`);

	const homepage = readText(data.homepage_url);
	if (homepage === null)
		report('malformed', [], 'no homepage_url', 'Add it: the field is required.');
	else if (homepage.irregular) {
		report(
			'text',
			['homepage_url'],
			'stray white space in homepage_url',
			`Write ${homepage.text}.`
		);
	}
	if (data.description === null)
		report('text', ['description'], 'the description has no value', 'Fill it, or remove the key.');

	const repositoryUrl = readText(data.repo_url)?.text ?? null;
	const { repository, fault } = readItemAddress(repositoryUrl, homepage?.text ?? null);
	if (fault !== null) {
		report('repository', fault.absent ? [] : ['repo_url'], fault.message, fault.suggestion);
	}
	const maturity = maturityOf(foundation, data.project);
	if (maturity === null && data.project !== undefined && data.project !== null) {
		report(
			'malformed',
			['project'],
			`project ${JSON.stringify(data.project)} is no ${foundation.name} maturity`,
			`Write one of ${Object.values(foundation.maturity).flat().join(', ')}.`
		);
	}
	const day = (field: string): Day | null => {
		const value = extra[field];
		if (value === undefined || value === null) return null;
		const read = daySchema.safeParse(value);
		if (read.success) return read.data;
		report(
			'malformed',
			['extra', field],
			`extra.${field} ${JSON.stringify(value)} is no day`,
			'Write it as YYYY-MM-DD.'
		);
		return null;
	};
	const item: LandscapeItem = {
		name,
		homepage: homepage?.text ?? null,
		repositoryUrl,
		repository,
		additionalRepositories: additionalRepositories(data.additional_repos),
		maturity,
		path,
		secondPaths: [],
		accepted: day('accepted'),
		incubating: day('incubating'),
		graduated: day('graduated'),
		archived: day('archived'),
		securityAudits: auditDays(extra.audits),
		bestPractices: badgeAddress(data.url_for_bestpractices),
		ai: extra.ai === true,
		specification: extra.specification !== undefined && extra.specification !== null,
		line: source.lineOf(at)
	};
	const further =
		typeof data.second_path === 'string' ? [data.second_path] : listOf(data.second_path);
	const targets = further.map((text, i) => ({
		text,
		line: source.lineOf([...at, 'second_path', i])
	}));
	return { item, targets };
}

const additionalRepositories = (value: unknown): string[] =>
	listOf(value).flatMap((more) => {
		const url = isMap(more) ? (readText(more.repo_url)?.text ?? null) : null;
		const address = readRepositoryAddress(url);
		return address.kind === 'repository' ? [`${address.owner}/${address.name}`] : [];
	});
