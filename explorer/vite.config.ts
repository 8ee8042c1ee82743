import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './compress.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compress()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    // A data URI would need "data:" in the policy for scripts and workers.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor is one large library, loaded after the page stands.
    chunkSizeWarningLimit: 5000,
    reportCompressedSize: false,
  },
});
