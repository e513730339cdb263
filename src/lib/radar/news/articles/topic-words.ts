/** A blog about anything has to say one of these where it names no project. Lower case. */
export const TOPIC_WORDS: ReadonlySet<string> = new Set([
	'ai',
	'agents',
	'agentic',
	'fine-tuning',
	'gpu',
	'gpus',
	'inference',
	'llm',
	'llms',
	'machine learning',
	'mlops',
	'model serving',
	'rag',
	'vector database'
]);
