// The rules of eslint, in addition to the types that tsc checks: unused names and likely mistakes.
import eslint from '@eslint/js';
import { rule } from './browsers.js';

const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

export default [
  eslint.configs.recommended,
  {
    rules: {
      'no-undef': 'off', // tsc checks this.
      'no-control-regex': 'off', // Terminal text has control characters.
      'no-empty': ['error', { allowEmptyCatch: true }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      'no-unused-vars': ['error', unused],
    },
  },
  {
    files: ['src/**/*.js'],
    ignores: ['src/NeuralNotebooks.Browser/Bundle/**'],
    plugins: { pages: { rules: { supported: rule } } },
    rules: { 'pages/supported': 'error' },
  },
  {
    files: ['src/NeuralNotebooks.Site/Assets/**/*.js', 'src/NeuralNotebooks.Classroom/Marking/*.js'],
    languageOptions: { sourceType: 'script' },
  },
  {
    // These files are joined to one script.
    files: ['src/NeuralNotebooks.Drawing/**/*.js'],
    languageOptions: { sourceType: 'script' },
    rules: { 'no-unused-vars': ['error', { ...unused, vars: 'local' }] },
  },
];
