/**
 * Runs something once the frame is shown that is due now: at the next, for what begins right behind it takes the processor
 * from its drawing.
 */
export function afterFrame(run: () => void): void {
	requestAnimationFrame(() => {
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = run;
			port2.postMessage(null);
		});
	});
}
