import type { ObservedValues } from '#lib/radar/observation/observed-fields.ts';

type PolicyFile = 'governance' | 'maintainers' | 'adopters' | 'contributing';

/** File names by which projects say these things, without their ending. */
const NAMES: Record<PolicyFile, RegExp> = {
	governance: /^governance$/i,
	maintainers: /^(maintainers|owners|committers)$/i,
	adopters: /^(adopters|who[-_]?uses|who[-_]?is[-_]?using)$/i,
	contributing: /^contributing$/i
};
const ENDING = /\.(md|markdown|rst|txt|adoc|ya?ml|csv|toml)$/i;

/** Which policy files stand among the names at the root, in `docs/` and in `.github/`. */
export function policyFiles(names: readonly string[]): Pick<ObservedValues, PolicyFile> {
	const stems = names.map((name) => name.replace(ENDING, ''));
	const has = (file: PolicyFile) => stems.some((stem) => NAMES[file].test(stem));
	return {
		governance: has('governance'),
		maintainers: has('maintainers'),
		adopters: has('adopters'),
		contributing: has('contributing')
	};
}
