/** Stands in for React's developer tools, which Ink would load on request: they open a socket, and lacuna has no network code. */
export default { initialize: (): void => {}, connectToDevTools: (): void => {} };
