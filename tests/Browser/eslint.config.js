// What eslint looks for beside the types: what is not used, and what is not meant.
import eslint from '@eslint/js';

export default [
  eslint.configs.recommended,
  {
    rules: {
      'no-undef': 'off', // tsc knows what there is.
      'no-control-regex': 'off', // Terminal text has control characters.
      'no-empty': ['error', { allowEmptyCatch: true }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
];
