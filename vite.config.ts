import { defineConfig, type Plugin, runnerImport } from 'vite'

const conditions = ['guatu-source', 'module', 'browser', 'development|production']

/** A room's contract; the words of refusals are no endpoints. */
const CONTRACT = /\/src\/adapters\/http\/contract\/(?!words\/)\w+\/index\.ts$/

/**
 * In the browser an endpoint is its method and its address. Its schemas give the pages their types, which are gone by then, and with
 * the library behind them they would be half of what a reporter's first page loads.
 */
function endpointsAsAddresses(): Plugin {
  return {
    name: 'endpoints-as-addresses',
    enforce: 'pre',
    async load(id) {
      if (!CONTRACT.test(id)) return null
      const { module, dependencies } = await runnerImport<Record<string, unknown>>(id, {
        configFile: false,
        resolve: { conditions: ['guatu-source', 'module', 'node', 'development|production'] },
      })
      for (const file of dependencies) this.addWatchFile(file)
      // What holds no endpoint is not exported: a page that asks for it is refused while it is built, not when it is opened.
      return Object.entries(module)
        .map(([name, value]) => [name, addressesIn(value)] as const)
        .filter(([, addresses]) => Object.keys(addresses).length > 0)
        .map(([name, addresses]) => `export const ${name} = ${JSON.stringify(addresses)}`)
        .join('\n')
    },
  }
}

/** Method and address of each endpoint of a contract; nothing of anything else that a contract exports. */
function addressesIn(contract: unknown): Record<string, { method: string; path: string }> {
  const endpoints = Object.entries(typeof contract === 'object' && contract ? contract : {})
  return Object.fromEntries(
    endpoints.flatMap(([name, { method, path }]) =>
      typeof method === 'string' && typeof path === 'string' ? [[name, { method, path }]] : [],
    ),
  )
}

export default defineConfig({
  root: 'src/web',
  plugins: [endpointsAsAddresses()],
  resolve: { conditions },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // Which files a page loads, for the test of their weight.
    manifest: true,
    // The core does nothing by being loaded, so that what a page does not call is left out.
    rollupOptions: { treeshake: { moduleSideEffects: [{ test: /\/src\/core\//, sideEffects: false }] } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
