import { present, type RepositoryAnswer } from '#lib/server/sources/github/client/answer.ts';
import type { Draft } from './draft.ts';
import type { Gaps } from './gaps.ts';
import { policyFiles } from './policy-files.ts';

/** Parts of the query in which policy files are looked for, the root apart. */
const FOLDERS = ['docs', 'dotGithub', 'contributingGuidelines'];

/** Reads what a repository is and how it stands. */
export function readStanding(draft: Draft, answer: RepositoryAnswer, gaps: Gaps): void {
	draft.set({ nameWithOwner: answer.nameWithOwner });
	draft.setOr('archived', answer.isArchived, gaps.why('isArchived'));
	draft.setOr('disabled', answer.isDisabled, gaps.why('isDisabled'));
	draft.setOr('fork', answer.isFork, gaps.why('isFork'));
	draft.setOr('empty', answer.isEmpty, gaps.why('isEmpty'));
	draft.setOr('stars', answer.stargazerCount, gaps.why('stargazerCount'));
	draft.setOr('forks', answer.forkCount, gaps.why('forkCount'));
	draft.setOr('openPulls', answer.open?.totalCount, gaps.why('open'));
	if (answer.hasIssuesEnabled === false)
		draft.exempt(['openIssues'], 'the repository has no issue tracker');
	else draft.setOr('openIssues', answer.issues?.totalCount, gaps.why('issues'));
	const owner = answer.owner?.__typename;
	draft.setOr(
		'ownerType',
		owner === 'Organization' ? 'organization' : owner === 'User' ? 'user' : null,
		gaps.why('owner')
	);
	// Null is GitHub's answer when it found no licence; undefined is no answer.
	const { licenseInfo } = answer;
	if (licenseInfo) draft.set({ license: licenseInfo.spdxId || 'NOASSERTION' });
	else
		draft.miss(
			['license'],
			licenseInfo === null && !gaps.failed('licenseInfo')
				? 'GitHub found no licence'
				: gaps.why('licenseInfo')
		);
	const languages = answer.languages?.edges;
	draft.setOr(
		'languages',
		languages && present(languages).map(({ size, node }): [string, number] => [node.name, size]),
		gaps.why('languages')
	);
}

/** Reads which policies and files it has. */
export function readFiles(draft: Draft, answer: RepositoryAnswer, gaps: Gaps): void {
	draft.setOr(
		'securityPolicy',
		answer.isSecurityPolicyEnabled,
		gaps.why('isSecurityPolicyEnabled')
	);
	const { codeOfConduct } = answer;
	const conductSeen = codeOfConduct !== undefined && !gaps.failed('codeOfConduct');
	draft.setOr(
		'codeOfConduct',
		conductSeen ? codeOfConduct !== null : null,
		gaps.why('codeOfConduct')
	);
	const fields = ['governance', 'maintainers', 'adopters', 'contributing'] as const;
	if (answer.isEmpty) {
		draft.exempt(fields, 'the repository is empty');
		return;
	}
	if (!answer.root?.entries) {
		draft.miss(fields, gaps.why('root'));
		return;
	}
	const names = [answer.root, answer.docs, answer.dotGithub].flatMap((tree) =>
		(tree?.entries ?? []).map((entry) => entry.name)
	);
	const files = policyFiles(names);
	const found = {
		...files,
		contributing: files.contributing || Boolean(answer.contributingGuidelines)
	};
	const unseen = FOLDERS.find(gaps.failed);
	for (const field of fields) {
		// A folder that did not come may hold what was not found.
		if (found[field] || !unseen) draft.set({ [field]: found[field] });
		else draft.miss([field], gaps.why(unseen));
	}
}
