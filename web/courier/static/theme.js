// Runs before the first paint, so that a dark screen never flashes white.
(() => {
  const chosen = document.cookie.match(/(?:^|; )theme=(light|dark)/);
  if (chosen) document.documentElement.dataset.theme = chosen[1];
})();
