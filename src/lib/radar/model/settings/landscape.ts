import { z } from 'zod';
import { CNCF } from '#lib/radar/landscape/foundation.ts';
import { refuser } from '#lib/radar/input/refusal.ts';

const words = (known: readonly string[]) => z.array(z.string()).default([...known]);

/** The landscape that is read, and whose it is. */
export const landscapeSchema = z
	.strictObject({
		/** Address or file. */
		url: z
			.string()
			.min(1)
			.default('https://raw.githubusercontent.com/cncf/landscape/master/landscape.yml'),
		foundation: z.string().min(1).default(CNCF.name),
		licence: z.string().min(1).default(CNCF.licence),
		/** Its words for the steps of our ladder. */
		maturity: z
			.strictObject({
				sandbox: words(CNCF.maturity.sandbox),
				incubating: words(CNCF.maturity.incubating),
				graduated: words(CNCF.maturity.graduated),
				archived: words(CNCF.maturity.archived)
			})
			.prefault({})
	})
	.superRefine(({ maturity }, context) => {
		const all = Object.values(maturity).flat();
		const twice = all.find((word, i) => all.indexOf(word) < i);
		if (twice !== undefined) refuser(context)(['maturity'], `${twice} means two steps`);
	})
	.transform(({ foundation: name, ...rest }) => ({
		url: rest.url,
		foundation: { name, licence: rest.licence, maturity: rest.maturity }
	}));
