import { checkYaml, readYaml } from '#lib/radar/input/yaml.ts';
import type { Day } from '#lib/radar/words/vocabulary.ts';
import { organisationsSchema, type Organisation } from './organisations-file.ts';

/** Universities give such addresses to people who have left. */
const ALUMNI = /^alum(?:ni|nus|na|nae)?$/;

/** What a domain says of the organisation behind it. */
type DomainMeaning =
	| { state: 'organisation'; organisation: Organisation }
	| { state: 'public' | 'foundation' | 'opted-out' | 'unlisted' };

/** `data/organisations.yml`, ready to be asked. */
export interface Organisations {
	version: number;
	all: readonly Organisation[];
	byId: ReadonlyMap<string, Organisation>;
	/** What a domain means on a day, by its longest listed suffix. */
	meaning: (domain: string, day: Day) => DomainMeaning;
	/** The organisation that owns an account's repositories; null where none is listed. */
	owning: (account: string) => Organisation | null;
	/** Whether an address is a coding agent's. */
	isAgent: (address: string) => boolean;
}

/**
 * Reads `data/organisations.yml`.
 * @throws {InputError} naming file, path and line of everything that is wrong.
 */
export function parseOrganisations(text: string, file: string): Organisations {
	const data = checkYaml(readYaml(text, file), organisationsSchema);
	const spans = Map.groupBy(
		data.organisations.flatMap((organisation) =>
			organisation.domains.map((span) => ({ span, organisation }))
		),
		({ span }) => span.domain
	);
	const listed = (domains: readonly string[], state: 'public' | 'foundation' | 'opted-out') =>
		domains.map((domain) => [domain, { state }] as const);
	const others = new Map<string, DomainMeaning>([
		...listed(data.public, 'public'),
		...listed(data.foundations, 'foundation'),
		...listed(data.opt_out, 'opted-out')
	]);
	const exactly = (domain: string, day: Day): DomainMeaning | null => {
		const other = others.get(domain);
		if (other !== undefined) return other;
		const found = spans
			.get(domain)
			?.find(
				({ span: { from, until } }) =>
					(from === null || from <= day) && (until === null || day < until)
			);
		return found === undefined ? null : { state: 'organisation', organisation: found.organisation };
	};
	const accounts = new Map(
		data.organisations.flatMap((organisation) =>
			organisation.github.map((account) => [account.toLowerCase(), organisation] as const)
		)
	);
	const agents = new Set(data.agents.map(withoutNumber));
	return {
		version: data.version,
		all: data.organisations,
		byId: new Map(data.organisations.map((organisation) => [organisation.id, organisation])),
		meaning: (domain, day) => {
			const parts = domain.toLowerCase().split('.');
			if (parts.some((part) => ALUMNI.test(part))) return { state: 'public' };
			const suffixes = parts.map((_, i) => parts.slice(i).join('.'));
			for (const suffix of suffixes) {
				if (others.get(suffix)?.state === 'opted-out') return { state: 'opted-out' };
			}
			for (const suffix of suffixes) {
				const meaning = exactly(suffix, day);
				if (meaning !== null) return meaning;
			}
			return { state: 'unlisted' };
		},
		owning: (account) => accounts.get(account.toLowerCase()) ?? null,
		isAgent: (address) => agents.has(withoutNumber(address))
	};
}

/** GitHub's noreply addresses bear the account's number before its name. */
const withoutNumber = (address: string): string => address.toLowerCase().replace(/^\d+\+/, '');
