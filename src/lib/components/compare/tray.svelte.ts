import { MOST_COMPARED } from '#lib/radar/edition/comparison-size.ts';

interface Ticked {
	id: string;
	name: string;
}

/** Projects that are ticked to be compared; kept from page to page until the window closes. */
class Tray {
	items = $state.raw<readonly Ticked[]>([]);
	readonly isFull: boolean = $derived(this.items.length >= MOST_COMPARED);

	has(id: string): boolean {
		return this.items.some((item) => item.id === id);
	}

	/** Takes it out, or adds it where there is room. */
	toggle({ id, name }: Ticked): void {
		if (this.has(id)) this.items = this.items.filter((item) => item.id !== id);
		else if (!this.isFull) this.items = [...this.items, { id, name }];
	}

	clear(): void {
		this.items = [];
	}
}

export const tray = new Tray();
