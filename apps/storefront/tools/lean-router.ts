/**
 * Leaves out of the browser's files what the router brings for others: pages that know few of their routes, that load or
 * act without the server, that hold visitors back, server components, instruments, hot replacement, and its warnings.
 * What is left is as it was published.
 *
 * Each cut names the text that it takes away; a router that reads otherwise stops the build, and is looked at anew.
 */
import type { Plugin } from 'vite'

type Cut = [from: string, to: string]

const LIB = /node_modules[\\/]react-router[\\/]dist[\\/]production[\\/]lib[\\/](.+\.js)(?:$|\?)/

/** Of all its files: what is said to developers. */
const SAID: [RegExp, string][] = [
  [/(?<!function )\b(?:warning|warnOnce|warningOnce)\([^\n]*\);$/gm, ';'],
  [
    /(invariant(?:\$1)?\([^;"`]*?), (?:"[^"\n]*"|`[^`\n]*`|getInvalidPathError\([^\n]*\)|getDataRouterConsoleError\(hookName\))\);/g,
    '$1);',
  ],
]

/** Every route is known from the beginning (`routeDiscovery` in react-router.config.ts). */
const ALL_IS_KNOWN = `
export const URL_LIMIT = 0
export const isFogOfWarEnabled = () => false
export const getPatchRoutesOnNavigationFunction = () => undefined
export const useFogOFWarDiscovery = () => {}
export const getManifestPath = () => '', getPartialManifest = () => {}
export const getPathsWithAncestors = () => [], handleClientVersionMismatch = () => {}`

const CUTS: Record<string, Cut[]> = {
  'router/router.js': [
    ['init.instrumentations', 'undefined'],
    ['consumeInstrumentationClientResultMetaReceiver(router)', 'undefined'],
    ['opts?.instrumentationNavigateMetaReceiver', 'undefined'],
    ['init.patchRoutesOnNavigation', 'undefined'],
    ['if (isFogOfWar) {', 'if (false) {'],
    ['if (!isFogOfWar) {', 'if (true) {'],
    ['if (blockerKey && delta != null) {', 'if (false) {'],
    ['if (blockerKey) {', 'if (false) {'],
    ['if (blockerFunctions.size === 0) return;', 'return;'],
    ['if (opts?.mask) {', 'if (false) {'],
    ['if (future.unstable_routePatternMatching) {', 'if (false) {'],
    ['init.dataStrategy || defaultDataStrategyWithMiddleware', 'init.dataStrategy'],
    ['if (!init.dataStrategy && ', 'if (false && '],
    [
      `		dispose,
		getBlocker,
		deleteBlocker,
		patchRoutes,
		_internalFetchControllers: fetchControllers,
		_internalSetRoutes,
		_internalSetStateDoNotUseOrYouWillBreakYourApp(newState) {
			updateState(newState);
		}
`,
      '',
    ],
  ],
  'components.js': [['useIsRSCRouterContext() || useTransitions', 'useTransitions']],
  'hooks.js': [
    ['static contextType = RSCRouterContext;', ''],
    ['if (this.context && typeof error', 'if (false && typeof error'],
    ['if (this.context) return', 'if (false) return'],
  ],
  'dom/lib.js': [
    ['HistoryRouter.displayName = "unstable_HistoryRouter";', ''],
    ['NavLink.displayName = "NavLink";', ''],
    ['const NavLink = React$1.forwardRef(', 'const NavLink = /* @__PURE__ */ React$1.forwardRef('],
  ],
  'dom/ssr/components.js': [
    ['useIsRSCRouterContext()', 'false'],
    ['typeof criticalCss === "string" ?', 'false ?'],
    ['typeof criticalCss === "object" ?', 'false ?'],
  ],
  'dom/ssr/errorBoundaries.js': [
    ['}, errorInstance.stack), heyDeveloper);', '}, errorInstance.stack));'],
    ['renderScripts ? /* @__PURE__ */ React$1.createElement(Scripts, null) : null', 'null'],
  ],
  'dom/ssr/routes.js': [
    ['if (!routeModule.clientLoader) return fetchServerLoader', 'return fetchServerLoader'],
    ['if (!routeModule.clientAction) {', 'if (true) {'],
    ['route.hasClientLoader ? async', 'false ? async'],
    ['route.hasClientAction ? async', 'false ? async'],
    ['route.hasClientMiddleware ? async', 'false ? async'],
    ['if (route.clientLoaderModule || route.clientActionModule) await', 'if (false) await'],
    ['prefetchRouteModuleChunks(route);', ''],
    ['if (!ssr && manifestRoute.hasLoader && !manifestRoute.hasClientLoader) {', 'if (false) {'],
    ['if (needsRevalidation) return', 'if (false) return'],
  ],
  'dom/ssr/single-fetch.js': [
    ['if (!ssr && !foundRevalidatingServerLoader) return', 'if (false) return'],
    ['if (shouldAllowOptOut(m) && hasClientLoader) {', 'if (false) {'],
  ],
  'dom-export/hydrated-router.js': [
    ['if (ssrInfo.context.isSpaMode) {', 'if (false) {'],
    ['if (window.__reactRouterManifest.sri === true) {', 'if (false) {'],
    ['if (window.history.state && window.history.state.masked)', 'if (false)'],
    ['router.createRoutesForHMR = UNSAFE_createClientRoutesWithHMRRevalidationOptOut;', ''],
  ],
}

export function leanRouter(): Plugin {
  const cut = new Set<string>()
  return {
    name: 'lean-router',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      const file = LIB.exec(id)?.[1]?.replaceAll('\\', '/')
      if (!file) return
      if (file === 'dom/ssr/fog-of-war.js') return ALL_IS_KNOWN
      let left = code
      for (const [from, to] of CUTS[file] ?? []) {
        if (!left.includes(from)) throw new Error(`${file} of the router does not say: ${from}`)
        left = left.replaceAll(from, to)
      }
      cut.add(file)
      return SAID.reduce((said, [from, to]) => said.replace(from, to), left)
    },
    buildEnd(error) {
      const missed = Object.keys(CUTS).filter((file) => !cut.has(file))
      if (!error && missed.length > 0) throw new Error(`The router has no ${missed.join(', ')}.`)
    },
  }
}
