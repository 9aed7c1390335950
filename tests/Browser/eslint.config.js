// The rules of eslint, in addition to the types that tsc checks: unused names and likely mistakes.
import eslint from '@eslint/js';

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
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/NeuralNotebooks.Site/Assets/**/*.js', 'src/NeuralNotebooks.Classroom/Marking/*.js'],
    languageOptions: { sourceType: 'script' },
  },
];
