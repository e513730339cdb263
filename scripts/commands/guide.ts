import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { factFaults } from '#lib/radar/guide/facts/facts-check.ts';
import { measure, measureText, OFF_TOPIC } from '#lib/radar/guide/question/measure.ts';
import { questionReader, type Match } from '#lib/radar/guide/question/match.ts';
import { recommend, type Recommendation } from '#lib/radar/guide/stack/recommendation.ts';
import { STACK_FORMATS, type StackFormat } from '#lib/radar/guide/told/stack-formats.ts';
import { CONSTRAINT_KEYS, noUseCase, readRequest } from '#lib/radar/guide/request.ts';
import { roleGaps, roleGapsText } from '#lib/radar/guide/facts/role-gaps.ts';
import { placeIn } from '#lib/radar/input/yaml.ts';
import { noEdition } from '#lib/radar/words/labels.ts';
import { languageModelPlace } from '#lib/server/language-model/settings.ts';
import { databasePath } from '#lib/server/db/database.ts';
import type { Guide } from '#lib/radar/guide/guide.ts';
import type { GuideFacts } from '#lib/server/read/guide.ts';
import { Site } from '#lib/server/read/site.ts';
import { readOptions, today, UsageError, type Command, type Io } from './command.ts';
import { explained } from './guide-explained.ts';
import { writeOut } from './output/write-out.ts';

type Asked = Guide & Pick<GuideFacts, 'source'>;

const FORMATS: Record<string, StackFormat> = STACK_FORMATS;
const FORMAT_LIST = Object.keys(FORMATS).join(', ');

export const guideCommand: Command = {
	name: 'guide',
	summary: 'Recommends a stack for a use case, and tells what speaks against it',
	help: `Usage: npm run radar -- guide [--use-case ID | TEXT] [--answer QUESTION=OPTION …] [--constraint KEY=VALUE …]
                              [--pin IDS] [--without IDS] [--format FORMAT] [--edition ID] [--out FILE]
       npm run radar -- guide --check | --gaps | --measure FILE.csv

Answers from data/use-cases.yml and an edition: no model chooses, and the same question gives the same stack.

  TEXT                 the question in words; without it and --use-case, all use cases are listed
  --use-case ID        the use case
  --answer             where=cluster, models=own, size=many, teams=several, load=bursts, rules=regulated
  --constraint         for every part: cncf=1, licence=permissive,copyleft, lang=go, ring=trial, confidence=medium,
                       chart=1, home=neutral
  --pin IDS            what you already run, by commas
  --without IDS        what is never chosen, by commas
  --format FORMAT      ${FORMAT_LIST} (default: text); md is a decision record, mmd a Mermaid diagram
  --explain            lets the model of RADAR_LLM_URL and RADAR_LLM_MODEL tell the stack, on standard error
  --edition ID         YYYY-MM, or YYYY-MM-DD for a night (default: the newest)
  --data FOLDER        the data folder (default: data)
  --out FILE           the file to write (default: standard output)
  --check              names facts that do not fit the edition, with their lines
  --gaps               lists the parts that no rated project plays, as Markdown
  --measure FILE.csv   tells how often the questions of a file (columns use_case, question) find what is meant

Exit codes: 0 told; 2 usage, no database, no such edition or use case, facts that cannot be used.`,
	run: async (args, io) => {
		const { values, positionals } = readOptions({
			args,
			allowPositionals: true,
			options: {
				'use-case': { type: 'string' },
				answer: { type: 'string', multiple: true, default: [] as string[] },
				constraint: { type: 'string', multiple: true, default: [] as string[] },
				pin: { type: 'string' },
				without: { type: 'string' },
				format: { type: 'string', default: 'text' },
				edition: { type: 'string' },
				data: { type: 'string', default: 'data' },
				out: { type: 'string' },
				check: { type: 'boolean', default: false },
				gaps: { type: 'boolean', default: false },
				measure: { type: 'string' },
				explain: { type: 'boolean', default: false }
			}
		});
		const place = values.explain ? languageModelPlace(io.env) : null;
		if (values.explain && place === null) {
			throw new UsageError('--explain needs RADAR_LLM_URL and RADAR_LLM_MODEL.');
		}
		const format = FORMATS[values.format];
		if (format === undefined) throw new UsageError(`--format is one of ${FORMAT_LIST}.`);
		const site = new Site(databasePath(io.env), values.data);
		try {
			const shown = site.edition(values.edition ?? null);
			if (shown === null) throw new UsageError(noEdition(values.edition ?? null, null));
			const { source } = site.guideFacts();
			const guide = site.guide(shown);
			if (guide === null) throw new UsageError(`${values.data} holds no facts for the guide.`);
			const text = positionals.join(' ').trim();
			const asked = { ...guide, source };
			const told = answer(io, asked, text, values);
			if (typeof told === 'string') writeOut(io, told, values.out);
			else {
				const made = format.make(told, asked, { date: today(), address: null });
				writeOut(io, made, values.out);
				if (place !== null) io.err(await explained(place, site.settings(shown), told, asked));
			}
		} finally {
			site.close();
		}
		return 0;
	}
};

type Values = {
	'use-case'?: string;
	answer: string[];
	constraint: string[];
	pin?: string;
	without?: string;
	check: boolean;
	gaps: boolean;
	measure?: string;
};

function answer(io: Io, guide: Asked, question: string, values: Values): string | Recommendation {
	const { useCases, edition } = guide;
	if (values.check) return checkText(guide);
	if (values.gaps) return roleGapsText(roleGaps(useCases, edition), edition);
	const read = questionReader(useCases, edition);
	if (values.measure !== undefined) {
		return measureText(measure(labelledQuestions(values.measure, guide), read));
	}
	const match = question === '' ? null : read(question);
	const id = values['use-case'] ?? match?.useCases[0]?.useCase;
	if (id === undefined) return useCaseList(guide, question);
	const useCase = useCases.useCase(id);
	if (useCase === null) {
		throw new UsageError(`${noUseCase(id, useCases)}\n\n${useCaseList(guide, '')}`);
	}
	const { request, problems } = readRequest(entriesOf(values, match), useCases, edition);
	if (problems.length > 0) throw new UsageError(problems.join('\n'));
	const others = (match?.useCases ?? []).filter((one) => one.useCase !== id);
	if (values['use-case'] === undefined && others.length > 0) {
		io.err(`Or: ${others.map((one) => one.useCase).join(', ')} (--use-case ID)\n`);
	}
	return recommend(useCases, useCase, edition, request);
}

/** What the words say, then what the options say, which counts. */
function entriesOf(values: Values, match: Match | null): (readonly [string, string])[] {
	const named = (option: 'answer' | 'constraint') =>
		values[option].map((text): readonly [string, string] => {
			const [key = '', value, ...more] = text.split('=');
			if (value === undefined || more.length > 0) {
				throw new UsageError(`--${option} takes KEY=VALUE, not "${text}".`);
			}
			if (CONSTRAINT_KEYS.includes(key) !== (option === 'constraint')) {
				throw new UsageError(`--${option} knows no "${key}".`);
			}
			return [key, value];
		});
	return [
		...Object.entries(match?.answers ?? {}),
		['pin', match?.pins.join(',') ?? ''],
		['without', match?.excluded.join(',') ?? ''],
		...named('answer'),
		...named('constraint'),
		['pin', values.pin ?? ''],
		['without', values.without ?? '']
	];
}

function useCaseList({ useCases: { file } }: Guide, question: string): string {
	const head = `The guide knows these ${file.use_cases.length} use cases:`;
	return [
		question === '' ? head : `Nothing fits "${question}". ${head}`,
		'',
		...file.use_cases.map(({ id, title }) => `  ${id.padEnd(22)} ${title}`),
		''
	].join('\n');
}

function checkText({ useCases, edition, source }: Asked): string {
	const faults = factFaults(useCases, edition).map((fault) => placeIn(source, fault));
	const { file } = useCases;
	const facts = Object.values(file.projects).flat().length;
	return [
		...faults.map(({ file: name, line, message }) => `${name}:${line ?? 1}: ${message}`),
		`${file.use_cases.length} use cases, ${file.roles.length} roles, ${facts} role facts, ${file.works_with.length} pairs: ${faults.length} to look at.`,
		''
	].join('\n');
}

function labelledQuestions(path: string, { useCases }: Guide) {
	const rows: Record<string, string>[] = parse(readFileSync(path, 'utf8'), {
		columns: true,
		trim: true
	});
	return rows.map(({ use_case: useCase, question }, index) => {
		if (useCase === undefined || question === undefined) {
			throw new UsageError(`${path} needs the columns use_case and question.`);
		}
		if (useCase !== OFF_TOPIC && useCases.useCase(useCase) === null) {
			throw new UsageError(`${path}:${index + 2}: there is no use case "${useCase}".`);
		}
		return { useCase, question };
	});
}
