/** What else projects call what people type. One way: "database" does not mean every "db". */
const PAIRS = new Map(
	Object.entries({
		db: ['database'],
		k8s: ['kubernetes'],
		kube: ['kubernetes'],
		gpu: ['accelerator'],
		npu: ['accelerator'],
		llmops: ['observability'],
		monitoring: ['observability'],
		tracing: ['observability'],
		finetuning: ['post training'],
		'fine-tuning': ['post training'],
		orchestrator: ['orchestration'],
		scheduler: ['scheduling'],
		auth: ['security'],
		evals: ['evaluation'],
		memory: ['state and memory'],
		notebook: ['notebooks', 'jupyter']
	})
);

const PHRASES: readonly [pattern: RegExp, word: string][] = [
	[/\b(?:llm|model|ai)[ -]serving\b/giu, 'inference'],
	[/\bfine[ -]?tuning\b/giu, 'fine-tuning']
];

/** The word, and what else matches in its place. */
export const spellingsOf = (word: string): readonly string[] => [word, ...(PAIRS.get(word) ?? [])];

export const withoutPhrases = (text: string): string =>
	PHRASES.reduce((left, [pattern, word]) => left.replace(pattern, word), text);
