import {
	readRepositoryAddress,
	type RepositoryAddress
} from '#lib/radar/landscape/repository-address.ts';
import { githubUrl } from '#lib/radar/words/addresses.ts';

interface AddressFault {
	absent: boolean;
	message: string;
	suggestion: string;
}

export function readItemAddress(
	url: string | null,
	homepage: string | null
): { repository: RepositoryAddress; fault: AddressFault | null } {
	const { irregular, ...repository } = readRepositoryAddress(url);
	const fault = (message: string, suggestion: string) => ({
		repository,
		fault: { absent: url === null, message, suggestion }
	});
	if (repository.kind === 'organization') {
		return fault(`${url} is an organisation, not a repository`, 'Name the main repository.');
	}
	if (url !== null && repository.kind === 'none') {
		return fault(
			`${JSON.stringify(url)} is no web address of a repository`,
			'Name the main repository.'
		);
	}
	if (repository.kind === 'repository' && irregular) {
		const { owner, name } = repository;
		return fault(`${url} is not the plain address`, `Write ${githubUrl(`${owner}/${name}`)}.`);
	}
	const home = url === null ? readRepositoryAddress(homepage) : null;
	if (home?.kind === 'repository') {
		return fault(
			'no repo_url, though the homepage is a repository',
			`Add repo_url: ${githubUrl(`${home.owner}/${home.name}`)}.`
		);
	}
	return { repository, fault: null };
}
