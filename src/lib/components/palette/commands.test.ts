import { expect, test } from 'vitest';
import { actionsElsewhere, matchingActions } from './commands.ts';

const actions = actionsElsewhere([{ name: 'Inference' }]);

test.each([
	['badge', 'Get a badge'],
	['csv', 'Export projects as CSV'],
	['excel', 'Export projects as CSV'],
	['rss', 'Follow changes by feed'],
	['subscribe', 'Follow changes by feed'],
	['dark', 'Switch between light and dark'],
	['theme', 'Switch between light and dark'],
	['github', 'Report an error'],
	['correct', 'Report an error'],
	['wrong', 'Report an error'],
	['share', 'Copy link to this page'],
	['shortcuts', 'Show keys and signs'],
	['glossary', 'Go to Glossary'],
	['methodology', 'Go to How ratings work'],
	['sbom', 'Go to Your stack'],
	['contribute', 'Go to Get involved'],
	['crawl', 'Go to Data quality'],
	['inference', 'Zoom into Inference'],
	['adopt', 'Filter by Adopt']
])('"%s" offers "%s"', (word, label) => {
	expect(matchingActions(actions, word).map((action) => action.label)).toContain(label);
});

test('every command has an id of its own', () => {
	const ids = actions.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});
