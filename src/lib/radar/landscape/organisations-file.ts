import { z } from 'zod';
import { daySchema } from '#lib/radar/input/day-schema.ts';
import { refuser, refuseRepeated, type Refuse } from '#lib/radar/input/refusal.ts';

/** `laboratory`: public research; `community`: a project's own organisation. */
export const ORGANISATION_KINDS = [
	'company',
	'foundation',
	'university',
	'laboratory',
	'community'
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

const domainName = z
	.string()
	.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'expected a domain in lower case, as example.org');

/** A domain by itself counts for ever. */
const domainSchema = z.preprocess(
	(value) => (typeof value === 'string' ? { domain: value } : value),
	z
		.strictObject({
			domain: domainName,
			from: daySchema.nullable().default(null),
			until: daySchema.nullable().default(null)
		})
		.refine(({ from, until }) => from === null || until === null || from < until, {
			message: 'from must lie before until',
			path: ['from']
		})
);

/** A domain that counts for an organisation from a day (included) until another (excluded); null: for ever. */
type DomainSpan = z.output<typeof domainSchema>;

const organisationSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'expected an id as red-hat'),
	name: z.string().min(1),
	kind: z.enum(ORGANISATION_KINDS),
	/** Domains of addresses; their subdomains count too. None where only a list of maintainers or its account names it. */
	domains: z.array(domainSchema),
	/** Other names, as files of maintainers write them. */
	aliases: z.array(z.string().min(1)).default([]),
	/** Id of the organisation that owns it: shown, never added up. */
	parent: z.string().optional(),
	/** Accounts at GitHub whose repositories it owns. */
	github: z.array(z.string().regex(/^[\w.-]+$/)).default([]),
	/** Its membership in the foundation, as the landscape files it. */
	landscape: z
		.strictObject({ name: z.string().min(1), level: z.string().min(1), date: daySchema })
		.optional(),
	verified: z.strictObject({ by: z.string().min(1), date: daySchema })
});
export type Organisation = z.output<typeof organisationSchema>;

export const organisationsSchema = z
	.strictObject({
		/** Rises with every change: counts of two versions are never compared. */
		version: z.number().int().positive(),
		organisations: z.array(organisationSchema),
		/** Public mail: never an organisation. */
		public: z.array(domainName),
		/** Foundations that give addresses to committers: no employer. */
		foundations: z.array(domainName),
		/** Addresses of coding agents. */
		agents: z.array(z.string().regex(/^[^@\s]+@[^@\s]+$/, 'expected an address')),
		/** Domains whose organisation asked not to be counted: not known, for ever. */
		opt_out: z.array(domainName).default([])
	})
	.superRefine((file, context) => {
		const refuse = refuser(context);
		const { organisations } = file;
		const each = <T>(pick: (organisation: Organisation) => T[], field: string) =>
			organisations.flatMap((organisation, o) =>
				pick(organisation).map((value, v) => ({ value, path: ['organisations', o, field, v] }))
			);
		refuseRepeated(
			refuse,
			'organisation',
			organisations.map(({ id }, o) => ({ id, path: ['organisations', o, 'id'] }))
		);
		refuseRepeated(
			refuse,
			'account',
			each(({ github }) => github, 'github').map(({ value, path }) => ({
				id: value.toLowerCase(),
				path
			}))
		);
		const ids = new Set(organisations.map(({ id }) => id));
		organisations.forEach(({ id, parent }, o) => {
			if (parent === undefined || (ids.has(parent) && parent !== id)) return;
			refuse(['organisations', o, 'parent'], `there is no other organisation ${parent}`);
		});
		const spans = each(({ domains }) => domains, 'domains');
		refuseOverlaps(refuse, spans);
		const counted = new Set(spans.map(({ value }) => value.domain));
		for (const list of ['public', 'foundations'] as const) {
			file[list].forEach((domain, d) => {
				if (counted.has(domain)) refuse([list, d], `${domain} is an organisation's domain above`);
			});
		}
	});

/** Refuses a domain that counts for two organisations, or twice for one, on the same day. */
function refuseOverlaps(
	refuse: Refuse,
	spans: readonly { value: DomainSpan; path: PropertyKey[] }[]
): void {
	const groups = Map.groupBy(spans, ({ value }) => value.domain);
	for (const group of groups.values()) {
		for (const [i, { value, path }] of group.entries()) {
			const other = group.slice(0, i).find((before) => overlap(before.value, value));
			if (other === undefined) continue;
			const days = `${value.from ?? 'the beginning'} to ${value.until ?? 'today'}`;
			refuse(path, `domain ${value.domain} counts elsewhere on days from ${days} already`);
		}
	}
}

const overlap = (a: DomainSpan, b: DomainSpan): boolean =>
	(a.from === null || b.until === null || a.from < b.until) &&
	(b.from === null || a.until === null || b.from < a.until);
