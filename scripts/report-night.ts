/** `npm run night:failed`: opens one issue for nights that failed, or renews it. It runs in a workflow, with gh. */
import { spawnSync } from 'node:child_process';

const TITLE = 'The nightly refresh failed';
const { GITHUB_SERVER_URL = '', GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '' } = process.env;
const link = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
const body = `This night failed: ${link}

The site stays with the edition before. What to do: read the log of the step that failed, mend it, and run the workflow
again. Close this issue when a night has succeeded.`;

function gh(...args: string[]): string {
	const { status, stdout } = spawnSync('gh', args, {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit']
	});
	if (status !== 0) process.exit(1);
	return stdout;
}

const open = JSON.parse(
	gh(
		'issue',
		'list',
		'--state',
		'open',
		'--search',
		`in:title "${TITLE}"`,
		'--json',
		'number,title'
	)
) as { number: number; title: string }[];
const known = open.find(({ title }) => title === TITLE);
if (known === undefined) gh('issue', 'create', '--title', TITLE, '--body', body);
else gh('issue', 'comment', String(known.number), '--body', body);
